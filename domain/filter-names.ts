import type { IncidentFilter } from "./incident-filter";
import type { Issue } from "./issue";
import type { Say } from "./say";
import { countryOfUnknown } from "./unknown-province";

/** The names of what a filter asks for by code, in the reader's language. What does not exist is absent. */
export type FilterNames = {
  /** Of `CN-unknown` that of the country. */
  provinces: ReadonlyMap<string, string>;
  countries: ReadonlyMap<string, string>;
  /** Of places of any size. */
  places: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
  /** By their references, which are what they are called. */
  incidents: ReadonlyMap<string, string>;
};

const NAMED = [
  { field: "province", names: "provinces", code: "filter.unknown_province" },
  { field: "country", names: "countries", code: "filter.unknown_country" },
  { field: "place", names: "places", code: "filter.unknown_place" },
  { field: "nationality", names: "countries", code: "filter.unknown_country" },
  { field: "source", names: "sources", code: "filter.unknown_source" },
  { field: "ref", names: "incidents", code: "filter.unknown_incident" },
] as const;

/**
 * The filter with every code that has no name moved to what is invalid, so that it matches nothing.
 * `names` must hold the names of all the filter's codes that exist. One issue for each that does not.
 */
export function refuseUnknownNames(
  filter: IncidentFilter,
  names: FilterNames,
): { filter: IncidentFilter; issues: Issue[] } {
  const issues: Issue[] = [];
  const refused = { ...filter, invalid: [...filter.invalid] };
  for (const { field, names: list, code } of NAMED) {
    const unknown = filter[field].filter((value) => !names[list].has(value));
    refused[field] = filter[field].filter((value) => names[list].has(value));
    refused.invalid.push(...unknown.map((value) => ({ name: field, value })));
    issues.push(...unknown.map((value) => ({ path: field, code, values: { value } })));
  }
  return { filter: refused, issues };
}

/** A province as the filter speaks of it: by its name, or as the country of which none is known. */
export function provinceName(
  code: string,
  { provinces }: Pick<FilterNames, "provinces">,
  say: Say,
): string {
  const name = provinces.get(code) ?? code;
  return countryOfUnknown(code) === null ? name : say("filter.noProvince", { country: name });
}
