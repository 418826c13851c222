type Code =
  | "article.file_too_large"
  | "article.file_type"
  | "article.page_too_large"
  | "article.pdf_locked"
  | "article.pdf_broken"
  | "article.pdf_too_long"
  | "article.no_text"
  | "article.too_heavy"
  | "article.reader_busy";

/** Why a file is no article: `values` go into the message of the code, `value` is the name of the file. */
export class UnreadableArticle extends Error {
  constructor(
    readonly code: Code,
    readonly values: Record<string, string | number>,
  ) {
    super(code);
  }
}
