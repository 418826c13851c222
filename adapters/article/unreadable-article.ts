type Code =
  | "article.file_type"
  | "article.page_too_large"
  | "article.pdf_locked"
  | "article.pdf_broken"
  | "article.no_text";

/** Why a file is no article: `values` go into the message of the code. */
export class UnreadableArticle extends Error {
  constructor(
    readonly code: Code,
    readonly values: Record<string, string> = {},
  ) {
    super(code);
  }
}
