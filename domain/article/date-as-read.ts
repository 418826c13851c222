import type { PartialDate } from "../partial-date";
import type { ArticleEvent } from "./article-case";

/** The days the reader found, while the words of the date are still those it found; else null: they are read anew. */
export function dateAsRead({
  date,
  read,
}: Pick<ArticleEvent, "date" | "read">): PartialDate | null {
  return read !== null && read.text === date.trim() ? read : null;
}
