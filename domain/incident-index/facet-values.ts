import { monthPeriod, yearPeriod } from "../calendar-period";
import type { CodeFacetValues, DateFacetValue, IncidentFacets } from "../incident-facets";
import type { IncidentFilter } from "../incident-filter";
import { CORROBORATIONS, EVENT_TYPES, REVIEW_STATUSES, ROLES, STATUSES } from "../vocabulary";
import { countDates, type DateCount } from "./count-dates";
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

const FEW = CODE_FACETS.filter((name) => name !== "source");

const CODE_LISTS: Partial<Record<CodeFacet, readonly string[]>> = {
  type: EVENT_TYPES,
  status: STATUSES,
  role: ROLES,
  corroboration: CORROBORATIONS,
  review: REVIEW_STATUSES,
};

/** The facets of what a filter finds. `known`: the counts where nothing is asked for. */
export function facetValues(
  index: IncidentIndex,
  matching: Matching,
  filter: IncidentFilter,
  known: Record<CodeFacet, FacetCounts>,
): IncidentFacets {
  const counts = countFacets(index, matching, FEW);
  const { years, months } = countDates(index, matching);
  const codes = FEW.map((name): [CodeFacet, CodeFacetValues] => [
    name,
    named(name, counts[name], known[name], filter[name]),
  ]);
  codes.push(["source", namedSources(index, matching, filter, known.source)]);
  const year = commonYear(filter);
  return {
    codes: Object.fromEntries(codes) as Record<CodeFacet, CodeFacetValues>,
    years: stretches(years, (at) => yearPeriod(at)),
    months:
      year === null
        ? []
        : stretches(months, (at) =>
            Math.floor(at / 12) === year ? monthPeriod(year, (at % 12) + 1) : null,
          ),
  };
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

/** Sources may be as many as a fifth of the incidents, so that those of a filter are not all counted. */
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
    others: countThere(known, known) - there.length,
  };
}

/** Where the filter leaves little, what it leaves out is named too, greyed. */
function namedAtFirst(
  most: readonly string[],
  known: FacetCounts,
  chosen: readonly string[],
): string[] {
  const first = [...new Set([...most, ...mostKnown(known)])];
  return [...new Set([...first.slice(0, NAMED_AT_FIRST), ...chosen])];
}

const MOST_KNOWN = new WeakMap<FacetCounts, string[]>();

function mostKnown(known: FacetCounts): string[] {
  const most = MOST_KNOWN.get(known) ?? mostFound(known, NAMED_AT_FIRST);
  MOST_KNOWN.set(known, most);
  return most;
}

function countThere(counts: FacetCounts, known: FacetCounts): number {
  let n = 0;
  for (let value = 0; value < counts.perValue.length; value++)
    if (counts.perValue[value]! + known.perValue[value]! > 0) n++;
  return n;
}

function stretches(
  counts: Map<number, DateCount>,
  periodOf: (at: number) => { earliest: string; latest: string } | null,
): DateFacetValue[] {
  return [...counts]
    .sort((a, b) => b[0] - a[0])
    .flatMap(([at, count]) => {
      const period = periodOf(at);
      return period ? [{ ...count, from: period.earliest, to: period.latest }] : [];
    });
}

/** The one year in which a range lies, or null. */
function commonYear({ from, to }: IncidentFilter): number | null {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  return first !== undefined && first === last ? Number(first) : null;
}
