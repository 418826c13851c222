import { emptyIncidentFilter, type IncidentFilter } from "./incident-filter";
import type { Issue } from "./issue";
import { endsOfMove } from "./map-move";
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

/** `mayReturn`: what is not there for a reader now may be tomorrow, as an incident that is edited and verified anew. */
const NAMED = [
  { field: "province", names: "provinces", code: "filter.unknown_province", mayReturn: false },
  { field: "country", names: "countries", code: "filter.unknown_country", mayReturn: false },
  { field: "place", names: "places", code: "filter.unknown_place", mayReturn: false },
  { field: "move", names: "places", code: "filter.unknown_move", mayReturn: false },
  { field: "nationality", names: "countries", code: "filter.unknown_country", mayReturn: false },
  { field: "source", names: "sources", code: "filter.no_source", mayReturn: true },
  { field: "ref", names: "incidents", code: "filter.no_incident", mayReturn: true },
] as const;

/**
 * The filter with every code that has no name moved to what is invalid, so that it matches nothing. A source or incident
 * that the reader does not have finds nothing either, but leaves the others beside it found.
 * `names` must hold the names of all the filter's codes that exist. One issue for each that does not.
 */
export function refuseUnknownNames(
  filter: IncidentFilter,
  names: FilterNames,
): { filter: IncidentFilter; issues: Issue[] } {
  const issues: Issue[] = [];
  const refused = { ...filter, invalid: [...filter.invalid] };
  for (const named of NAMED) {
    const { field, code, mayReturn } = named;
    const unknown = filter[field].filter((value) => !isNamed(named, value, names));
    if (!mayReturn) {
      refused[field] = filter[field].filter((value) => isNamed(named, value, names));
      refused.invalid.push(...unknown.map((value) => ({ name: field, value })));
    }
    issues.push(...unknown.map((value) => ({ path: field, code, values: { value } })));
  }
  return { filter: refused, issues };
}

/**
 * The issues but for those of sources and incidents that are not there, where others of them are: for whoever asks over
 * and over, and has to hear of those others.
 */
export function withoutMissing(
  issues: readonly Issue[],
  filter: IncidentFilter,
  names: FilterNames,
): Issue[] {
  const isMissing = ({ code }: Issue) =>
    NAMED.some(
      (one) =>
        one.mayReturn &&
        one.code === code &&
        filter[one.field].some((value) => isNamed(one, value, names)),
    );
  return issues.filter((issue) => !isMissing(issue));
}

/** A filter that asks for all that any of several asks for by code, to be told the names of. */
export function namedByAny(filters: readonly IncidentFilter[]): IncidentFilter {
  const all = emptyIncidentFilter();
  for (const { field } of NAMED)
    all[field] = [...new Set(filters.flatMap((filter) => filter[field]))];
  return all;
}

/** Of a way both its ends. */
function isNamed(
  { field, names: list }: (typeof NAMED)[number],
  value: string,
  names: FilterNames,
): boolean {
  return (field === "move" ? endsOfMove(value) : [value]).every((id) => names[list].has(id));
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
