import { formatDate } from "./format-date";
import { isUnknown } from "./partial-date";
import type { Say } from "./say";
import type { Source } from "./source";

/** A source in a few words: its publisher, else its title, else its reference, with the day it appeared where known. */
export function sourceLabel(
  {
    publisher,
    title,
    ref,
    published,
  }: Pick<Source, "publisher" | "title" | "published"> & { ref: string },
  locale: string,
  say: Say,
): string {
  const name = publisher || title || ref;
  if (published === null || isUnknown(published)) return name;
  return say("incident.names.source", { name, date: formatDate(published, locale, say) });
}
