import { chosenPeriods, withDates } from "./asked-days";
import { MAX_VALUES } from "./filter-field";
import type { DateFacetValue, IncidentFacets } from "./incident-facets";
import type { IncidentFilter } from "./incident-filter";
import { CODE_FACETS, type CodeFacet } from "./incident-index/count-facets";

/** A value of a facet as it is shown: `filter` is the filter with the value chosen, or taken out where it is chosen. */
export type FacetChoice<V> = V & { isChosen: boolean; filter: IncidentFilter };

/** A facet of codes as it is shown. `others`: values that are not named. */
export type ShownFacet = {
  name: CodeFacet;
  choices: FacetChoice<{ code: string; count: number }>[];
  others: number;
};

/**
 * The facets worth showing: a facet in which there is nothing to choose is left out. Several values of one facet are
 * "or", so choosing one adds it.
 */
export function shownFacets(facets: IncidentFacets, filter: IncidentFilter): ShownFacet[] {
  return CODE_FACETS.map((name) => {
    const chosen: readonly string[] = filter[name];
    const isFull = chosen.length >= MAX_VALUES;
    const choices = facets.codes[name].values
      .map((value) => ({ ...value, isChosen: chosen.includes(value.code) }))
      .filter(({ isChosen }) => isChosen || !isFull)
      .map((value) => ({ ...value, filter: toggled(filter, name, value.code) }));
    return { name, choices, others: facets.codes[name].others };
  }).filter(
    ({ choices, others }) =>
      choices.length + others > 1 || choices.some(({ isChosen }) => isChosen),
  );
}

/** The filter with one value more of a facet, or one less where it has it. */
function toggled(filter: IncidentFilter, name: CodeFacet, code: string): IncidentFilter {
  const chosen: readonly string[] = filter[name];
  const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
  return { ...filter, [name]: next };
}

/**
 * Years and months as they are shown. Choosing one adds it; other dates that are asked for give way to it. Months narrow
 * their year down: a year counts as chosen by its months too, takes the place of them, and comes back after the last.
 */
export function shownDates(
  facets: IncidentFacets,
  filter: IncidentFilter,
): Record<"years" | "months", FacetChoice<DateFacetValue>[]> {
  const chosen = chosenPeriods(filter);
  const isFull = chosen.length >= MAX_VALUES;
  const choicesOf = (values: DateFacetValue[]) =>
    values
      .map((value) => ({
        ...value,
        isChosen: chosen.some((one) => one === value.code || one.startsWith(`${value.code}-`)),
      }))
      .filter(({ isChosen }) => isChosen || !isFull)
      .map((value) => {
        const when = toggledPeriod(chosen, value.code, value.isChosen);
        return { ...value, filter: { ...withDates(filter, NO_LIMITS), when } };
      });
  return { years: choicesOf(facets.years), months: choicesOf(facets.months) };
}

const NO_LIMITS = { from: null, to: null };

function toggledPeriod(chosen: readonly string[], code: string, isChosen: boolean): string[] {
  const year = code.slice(0, 4);
  const isInYear = (one: string) => one.startsWith(year);
  const others = chosen.filter((one) => !isInYear(one));
  if (code === year) return isChosen ? others : [...others, code].sort();
  const months = chosen.filter((one) => isInYear(one) && one !== year);
  const next = isChosen ? months.filter((one) => one !== code) : [...months, code];
  return [...others, ...(next.length > 0 ? next : [year])].sort();
}
