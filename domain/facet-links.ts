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

/** Years, or months of the year that the filter lies in; choosing one takes the place of the dates that are asked for. */
export function shownDates(
  facets: IncidentFacets,
  filter: IncidentFilter,
): Record<"years" | "months", FacetChoice<DateFacetValue>[]> {
  const choicesOf = (values: DateFacetValue[]) =>
    values.map((value) => {
      const isChosen = filter.from === value.from && filter.to === value.to;
      const range = isChosen ? { from: null, to: null } : { from: value.from, to: value.to };
      return { ...value, isChosen, filter: { ...filter, ...range } };
    });
  return { years: choicesOf(facets.years), months: choicesOf(facets.months) };
}
