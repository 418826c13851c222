import type { PartialDate } from "../partial-date";
import type { ArticleCase, ArticleEvent, ArticleSpan } from "./article-case";

/** What the reader makes of the words of a date at these places of the text. */
export type DateRead = { spans: readonly ArticleSpan[]; read: PartialDate };

/** True where a date has words of the article and no days: they are to be read, or the day of publication was changed. */
export function hasOpenDates(cases: readonly ArticleCase[]): boolean {
  return cases.some(({ events }) => events.some(isOpen));
}

/** Every date of cases that the reader found days for. */
export function datesRead(cases: readonly ArticleCase[]): DateRead[] {
  return cases.flatMap(({ events }) =>
    events.flatMap(({ dateSpans, read }) => (read === null ? [] : [{ spans: dateSpans, read }])),
  );
}

/** The cases with days for the dates that have none and whose words, at the same places, are among `dates`. */
export function fillDates(
  cases: readonly ArticleCase[],
  dates: readonly DateRead[],
): ArticleCase[] {
  const known = new Map(dates.map(({ spans, read }) => [keyOf(read.text, spans), read]));
  return cases.map((one) => {
    const events = one.events.map((event) => {
      const read = isOpen(event) && known.get(keyOf(event.date.trim(), event.dateSpans));
      return read ? { ...event, read, doubts: event.doubts.filter(isOther) } : event;
    });
    // What is doubtful at the first event stands at the case.
    const isDated = events[0]?.read !== null && one.events[0]?.read === null;
    return { ...one, events, doubts: isDated ? one.doubts.filter(isOther) : one.doubts };
  });
}

function isOpen({ date, dateSpans, read }: ArticleEvent): boolean {
  return read === null && date.trim() !== "" && dateSpans.length > 0;
}

const isOther = (doubt: string) => doubt !== "relative_date";

function keyOf(words: string, spans: readonly ArticleSpan[]): string {
  return `${words} ${spans.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
}
