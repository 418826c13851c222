import { monthPeriod, yearPeriod } from "../calendar-period";
import type { CodeFacetValues, DateFacetValue, IncidentFacets } from "../incident-facets";
import type { IncidentFilter } from "../incident-filter";
import { CORROBORATIONS, EVENT_TYPES, REVIEW_STATUSES, ROLES, STATUSES } from "../vocabulary";
import {
  CODE_FACETS,
  type CodeFacet,
  codesFound,
  countDates,
  countFacets,
  countOf,
  type DateCount,
  type FacetCounts,
  mostFound,
} from "./count-facets";
import type { IncidentIndex } from "./incident-index";
import type { Matching } from "./match-filter";

/** So many values of a facet without a code list are named at first. */
const NAMED_AT_FIRST = 10;

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
  const counts = countFacets(index, matching);
  const { years, months } = countDates(index, matching);
  const codes = CODE_FACETS.map((name) => [
    name,
    named(name, counts[name], known[name], filter[name]),
  ]);
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
  // Where the filter leaves little, what it leaves out is named too, greyed.
  const first = [
    ...new Set([...mostFound(counts, NAMED_AT_FIRST), ...mostFound(known, NAMED_AT_FIRST)]),
  ].slice(0, NAMED_AT_FIRST);
  const codes = [...new Set([...first, ...chosen])];
  const named = codes.filter((code) => countOf(counts, code) + countOf(known, code) > 0);
  return { values: codes.map(value), others: countThere(counts, known) - named.length };
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
