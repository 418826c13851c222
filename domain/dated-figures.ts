import type { Period } from "./calendar-period";
import { type ChartSpan, numberedPeriod } from "./chart-span";
import type { DateCount } from "./incident-index/count-dates";
import type { PeopleCount } from "./incident-index/count-people-by-date";

/**
 * One month or year of a chart, or what the filter's dates leave of it; `people` is null where no incident may lie in it.
 */
export type DatedFigure = Period & DateCount & { people: PeopleCount | null };

/** What a chart over time shows, every month or year of its span that is asked for, also those without incidents. */
export type DatedFigures = { span: ChartSpan; figures: DatedFigure[] };

/** The counts of a span, period by period; a year that no calendar day can be written of is left out. */
export function datedFigures(
  span: ChartSpan,
  incidents: ReadonlyMap<number, DateCount>,
  people: ReadonlyMap<number, PeopleCount>,
): DatedFigures {
  const figures: DatedFigure[] = [];
  for (let at = span.from; at <= span.to; at++) {
    const period = numberedPeriod(span.unit, at);
    const counts = incidents.get(at) ?? { possible: 0, certain: 0 };
    if (period) figures.push({ ...period, ...counts, people: people.get(at) ?? null });
  }
  return { span, figures };
}
