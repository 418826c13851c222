import type { Source } from "./source";

/** What a source is called where one is named or chosen: its publisher and title, else its reference; "" where it has none. */
export function sourceName({
  publisher,
  title,
  ref = "",
}: Pick<Source, "publisher" | "title"> & { ref?: string }): string {
  return [publisher, title].filter((part) => part !== "").join(", ") || ref;
}
