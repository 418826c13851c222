import type { DateCount } from "./incident-index/count-dates";
import type { CodeFacet } from "./incident-index/count-facets";

/** A value of a facet and how many incidents it finds where it alone is chosen. */
export type FacetValue = { code: string; count: number };

/**
 * The values of a facet, those with the most incidents first, those of a code list in the order of the list; what
 * occurs nowhere in the store is absent, what only the filter leaves out has the count 0. `others`: how many values
 * there are beside those named, of the facets that are too long to be named whole.
 */
export type CodeFacetValues = { values: FacetValue[]; others: number };

/** Incidents of a year, `2014`, or a month, `2014-07`. `from`, `to`: its first and last day, inclusive. */
export type DateFacetValue = DateCount & { code: string; from: string; to: string };

/** Every count of a facet is of what the filter would find with that value in the place of the facet's own choice. */
export type IncidentFacets = {
  codes: Record<CodeFacet, CodeFacetValues>;
  /**
   * The newest first, also those between the first and the last in which there is nothing. Months are given of the
   * years that the filter asks for, where these are at most three.
   */
  years: DateFacetValue[];
  months: DateFacetValue[];
};
