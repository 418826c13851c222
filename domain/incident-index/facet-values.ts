import { askedDays, chosenPeriods } from "../asked-days";
import { namedPeriod, type Period } from "../calendar-period";
import type { CodeFacetValues, DateFacetValue, IncidentFacets } from "../incident-facets";
import type { IncidentFilter } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { countryOfUnknown } from "../unknown-province";
import { CORROBORATIONS, EVENT_TYPES, REVIEW_STATUSES, ROLES, STATUSES } from "../vocabulary";
import { type countDates, countPeriod, type DateCount } from "./count-dates";
import {
  CODE_FACETS,
  type CodeFacet,
  codesFound,
  countFacets,
  countOf,
  type FacetCounts,
} from "./count-facets";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";
import { mostFound, rareFacet } from "./most-found";

/** So many values of a facet without a code list are named at first. */
const NAMED_AT_FIRST = 10;

/** What is counted beforehand; sources may be as many as a fifth of the incidents, and those of a filter are not all counted. */
export const COUNTED_FACETS = CODE_FACETS.filter((name) => name !== "source");
export type CountedFacet = Exclude<CodeFacet, "source">;

const CODE_LISTS: Partial<Record<CodeFacet, readonly string[]>> = {
  type: EVENT_TYPES,
  status: STATUSES,
  role: ROLES,
  corroboration: CORROBORATIONS,
  review: REVIEW_STATUSES,
};

/** The facets of what a filter finds, as they were counted. `known`: the counts where nothing is asked for. */
export function facetValues(
  index: IncidentIndex,
  matching: Matching,
  { counts, dates, known }: CountedValues,
): IncidentFacets {
  const { filter } = matching;
  const { years, months } = dates;
  const codes = COUNTED_FACETS.map((name): [CodeFacet, CodeFacetValues] => [
    name,
    named(name, counts[name], known[name], chosenCodes(filter, name)),
  ]);
  codes.push(["source", namedSources(index, matching, filter, known.source)]);
  const chosen = chosenPeriods(filter);
  const [first, last] = [Math.min(...months.keys()), Math.max(...months.keys())];
  const isKnown = ({ earliest, latest }: Period) =>
    dayNumber(latest) >= index.days.first && dayNumber(earliest) <= index.days.last;
  const countBeyond = (period: Period) =>
    isKnown(period) ? NONE_FOUND : countPeriod(index, matching, period);
  return {
    codes: Object.fromEntries(codes) as Record<CodeFacet, CodeFacetValues>,
    years: stretches(years, gapless([...years.keys()]), chosen.filter(isYear), {
      codeOf: String,
      countBeyond,
    }),
    months: stretches(
      months,
      monthsOf(filter).filter((at) => at >= first && at <= last),
      chosen.filter((text) => !isYear(text)),
      {
        codeOf: (at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
        countBeyond,
      },
    ),
  };
}

export type CountedValues = {
  counts: Record<CountedFacet, FacetCounts>;
  dates: ReturnType<typeof countDates>;
  known: Record<CodeFacet, FacetCounts>;
};

/** What is chosen of a facet; places without a province are no value of it. */
function chosenCodes(filter: IncidentFilter, name: CodeFacet): readonly string[] {
  return name === "province"
    ? filter.province.filter((code) => countryOfUnknown(code) === null)
    : filter[name];
}

function named(
  name: CodeFacet,
  counts: FacetCounts,
  known: FacetCounts,
  chosen: readonly string[],
): CodeFacetValues {
  const value = (code: string) => ({ code, count: countOf(counts, code) });
  const list = CODE_LISTS[name];
  if (list) {
    const there = new Set([...codesFound(known), ...codesFound(counts), ...chosen]);
    return { values: list.filter((code) => there.has(code)).map(value), others: 0 };
  }
  const codes = namedAtFirst(mostFound(counts, NAMED_AT_FIRST), known, chosen);
  const named = codes.filter((code) => countOf(counts, code) + countOf(known, code) > 0);
  return { values: codes.map(value), others: countThere(counts, known) - named.length };
}

function namedSources(
  index: IncidentIndex,
  matching: Matching,
  filter: IncidentFilter,
  known: FacetCounts,
): CodeFacetValues {
  // What is retracted is known of no source.
  if (filter.review.includes("retracted"))
    return named("source", countFacets(index, matching, ["source"]).source, known, filter.source);
  const { most, countOf: count } = rareFacet(index, matching, "source", known);
  const codes = namedAtFirst(most(NAMED_AT_FIRST), known, filter.source);
  const there = codes.filter((code) => countOf(known, code) > 0);
  return {
    values: codes.map((code) => ({ code, count: count(code) })),
    others: countKnown(known) - there.length,
  };
}

/** Where the filter leaves little, what it leaves out is named too, greyed. */
function namedAtFirst(
  most: readonly string[],
  known: FacetCounts,
  chosen: readonly string[],
): string[] {
  const isEnough = most.length >= NAMED_AT_FIRST;
  const first = isEnough ? most : [...new Set([...most, ...mostKnown(known)])];
  return [...new Set([...first.slice(0, NAMED_AT_FIRST), ...chosen])];
}

const MOST_KNOWN = new WeakMap<FacetCounts, string[]>();

function mostKnown(known: FacetCounts): string[] {
  const most = MOST_KNOWN.get(known) ?? mostFound(known, NAMED_AT_FIRST);
  MOST_KNOWN.set(known, most);
  return most;
}

const KNOWN = new WeakMap<FacetCounts, number>();

/** How many values are known of, which may be hundreds of thousands. */
function countKnown(known: FacetCounts): number {
  const count = KNOWN.get(known) ?? countThere(known, known);
  KNOWN.set(known, count);
  return count;
}

function countThere({ perValue }: FacetCounts, known: FacetCounts): number {
  const { perValue: all } = known;
  let n = 0;
  for (let value = 0; value < perValue.length; value++)
    if ((perValue[value]! | all[value]!) > 0) n++;
  return n;
}

/** What is to be named, the newest first: the numbered ones and whatever is chosen, also where nothing is found. */
function stretches(
  counts: ReadonlyMap<number, DateCount>,
  numbers: readonly number[],
  chosen: readonly string[],
  how: { codeOf: (at: number) => string; countBeyond: (period: Period) => DateCount },
): DateFacetValue[] {
  const found = new Map(numbers.map((at) => [how.codeOf(at), counts.get(at) ?? NONE_FOUND]));
  const codes = [...new Set([...found.keys(), ...chosen])].sort().reverse();
  return codes.flatMap((code) => {
    const period = namedPeriod(code);
    if (period === null) return [];
    const count = found.get(code) ?? how.countBeyond(period);
    return [{ code, from: period.earliest, to: period.latest, ...count }];
  });
}

const NONE_FOUND: DateCount = { possible: 0, certain: 0 };

/** Also the years between, in which there is nothing; where they lie too far apart, only those that have something. */
function gapless(years: number[]): number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length === 0 || last - first >= MOST_YEARS) return years;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const MOST_YEARS = 100;

/** The numbered months of the years that a filter asks for, where these are few. */
function monthsOf(filter: IncidentFilter): number[] {
  const years = new Set<number>();
  for (const { from, to } of askedDays(filter) ?? []) {
    const [first, last] = [Number(from?.slice(0, 4)), Number(to?.slice(0, 4))];
    if (!(last - first < MOST_YEARS_BY_MONTH)) return [];
    for (let year = first; year <= last; year++) years.add(year);
  }
  if (years.size > MOST_YEARS_BY_MONTH) return [];
  return [...years].flatMap((year) => Array.from({ length: 12 }, (_, at) => year * 12 + at));
}

const MOST_YEARS_BY_MONTH = 3;

function isYear(text: string): boolean {
  return text.length === 4;
}
