import { namedPeriod, type Period } from "./calendar-period";
import type { IncidentFilter } from "./incident-filter";
import { addDays } from "./partial-date";

/** A stretch of days, both inclusive, without time zone; null = no limit on that side. */
export type DayLimits = { from: string | null; to: string | null };

type Dates = Pick<IncidentFilter, "from" | "to" | "when">;

/**
 * The days a filter asks for, as stretches in their order, of which no two touch; null where it asks for none.
 * 1. Years and months are "or": those that touch are one stretch, so that a date across two of them is certainly in it.
 * 2. `from` and `to` cut off what lies outside; where nothing is left the list is empty, and no date is in it.
 */
export function askedDays({ from, to, when }: Dates): DayLimits[] | null {
  if (from === null && to === null && when.length === 0) return null;
  const stretches = when.length === 0 ? [{ from: null, to: null }] : joined(when);
  return stretches
    .map((one) => ({ from: later(one.from, from), to: earlier(one.to, to) }))
    .filter((one) => one.from === null || one.to === null || one.from <= one.to);
}

/** From the first to the last day that is asked for. */
export function askedHull(filter: Dates): DayLimits {
  const days = askedDays(filter) ?? [];
  return days.length === 0
    ? { from: filter.from, to: filter.to }
    : { from: days[0]!.from, to: days.at(-1)!.to };
}

/** The stretches of a period that a filter's dates ask for; all of it where they ask for none. */
export function askedParts({ from, to, when }: Dates, { earliest, latest }: Period): Period[] {
  const limits = { from: later(from, earliest), to: earlier(to, latest) };
  const days = askedDays({ ...limits, when }) ?? [];
  return days.map((one) => ({ earliest: one.from!, latest: one.to! }));
}

/** The same filter asking for other dates in the place of its own. */
export function withDates(
  filter: IncidentFilter,
  { from, to, dates = filter.dates }: DayLimits & { dates?: IncidentFilter["dates"] },
): IncidentFilter {
  return { ...filter, from, to, when: [], dates };
}

/**
 * The years and months that a filter asks for and nothing else, ascending; a range of whole ones counts as these.
 * Empty where other days are asked for.
 */
export function chosenPeriods(filter: Dates): string[] {
  const { from, to, when } = filter;
  if (from === null && to === null) return when;
  if (from === null || to === null || when.length > 0) return [];
  const isWhole = (text: string, edge: keyof Period, day: string) =>
    namedPeriod(text)?.[edge] === day;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (isWhole(from.slice(0, 4), "earliest", from) && isWhole(to.slice(0, 4), "latest", to))
    return last - first < MOST_YEARS
      ? Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at))
      : [];
  const month = from.slice(0, 7);
  return month === to.slice(0, 7) &&
    isWhole(month, "earliest", from) &&
    isWhole(month, "latest", to)
    ? [month]
    : [];
}

const MOST_YEARS = 10;

function joined(when: readonly string[]): DayLimits[] {
  const periods = when.flatMap((text) => namedPeriod(text) ?? []);
  periods.sort((a, b) => (a.earliest < b.earliest ? -1 : 1));
  const stretches: Period[] = [];
  for (const period of periods) {
    const last = stretches.at(-1);
    if (last === undefined || period.earliest > addDays(last.latest, 1)) stretches.push(period);
    else if (period.latest > last.latest)
      stretches[stretches.length - 1] = { ...last, latest: period.latest };
  }
  return stretches.map(({ earliest, latest }) => ({ from: earliest, to: latest }));
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}
