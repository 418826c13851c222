import { addDays } from "../../partial-date";
import type { AfterEvent, DateContext } from "./date-words";
import { type FoundDate, periodFrom, reckoned, type Unplaced } from "./reckon-dates";

/** "the following day": counted from a day named before it in the sentence, else from the last event. */
export function sinceEvent(
  found: readonly FoundDate[],
  start: number,
  { sinceEvent: number, whole, open }: AfterEvent,
  { lastEvent, lastNamed, published }: DateContext,
): Unplaced {
  const named = found
    .filter((date) => date.start < start && date.earliest !== null && date.earliest === date.latest)
    .sort((a, b) => a.start - b.start)
    .at(-1);
  const day = lastEvent?.earliest === lastEvent?.latest ? lastEvent : (lastNamed ?? lastEvent);
  const from = named ?? (whole ? (lastEvent ?? published) : (day ?? lastNamed ?? null));
  const [earliest, latest] = [from?.earliest ?? null, from?.latest ?? null];
  if (earliest === null || latest === null) return reckoned(null, "derived");
  if (open) {
    const end = published?.latest ?? null;
    return reckoned(end !== null && end >= earliest ? { earliest, latest: end } : null, "derived");
  }
  if (whole) return reckoned(periodFrom(earliest, number, whole), "derived");
  return reckoned(
    { earliest: addDays(earliest, number), latest: addDays(latest, number) },
    "derived",
  );
}

/** The year of the date named before, else of the last event; null = none is known. */
export function yearBefore(
  found: readonly FoundDate[],
  start: number,
  { lastEvent }: DateContext,
): number | null {
  const named = found.findLast((date) => date.start < start && date.earliest !== null);
  const day = (named ?? lastEvent)?.earliest ?? null;
  return day === null ? null : Number(day.slice(0, 4));
}
