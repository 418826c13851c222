import type { ArticleFacts } from "../../domain/article/article-case";
import type { Issue } from "../../domain/issue";

/** What is typed of an article before it is read. */
export type ArticleTyped = Pick<
  ArticleFacts,
  "kind" | "publisher" | "title" | "url" | "published" | "language" | "access"
> & { text: string };

/** Words that are to be replaced before anything is stored, as an issue of the guard; `times`: where they stand by themselves. */
export type ArticleMark = { issue: Issue; times: number; reason: string };

/** What came of sending an article: all that was typed, the text of its file with it. */
export type ReadState = { issues: Issue[]; marks: ArticleMark[]; typed: ArticleTyped };

/** A mark that was shown, by its code: it is decided with the next sending. */
export const SHOWN_FIELD = "shown";
