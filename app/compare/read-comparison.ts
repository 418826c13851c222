import { getFilterNames } from "../../db/queries/get-filter-names";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { takeUnit } from "../../domain/chart-request";
import { parseComparison } from "../../domain/comparison";
import { type FilterNames, refuseUnknownNames } from "../../domain/filter-names";
import type { IncidentFilter } from "../../domain/incident-filter";
import type { DateUnit } from "../../domain/incident-index/walk-dates";
import type { Issue } from "../../domain/issue";

type Comparison = {
  filters: [IncidentFilter, IncidentFilter];
  by: DateUnit | null;
  names: FilterNames;
  issues: Issue[];
};

/** What an address of a comparison asks for, with every issue, and the names of what either filter asks for by code. */
export async function readComparison(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
): Promise<Comparison> {
  const { by, rest, issues } = takeUnit(params);
  const { filters, issues: ofFilters } = parseComparison(rest);
  const [a, b] = [
    await getFilterNames(store, actor, filters[0]),
    await getFilterNames(store, actor, filters[1]),
  ];
  const names: FilterNames = {
    provinces: new Map([...a.provinces, ...b.provinces]),
    countries: new Map([...a.countries, ...b.countries]),
    places: new Map([...a.places, ...b.places]),
    sources: new Map([...a.sources, ...b.sources]),
    incidents: new Map([...a.incidents, ...b.incidents]),
  };
  const [first, second] = [
    refuseUnknownNames(filters[0], names),
    refuseUnknownNames(filters[1], names),
  ];
  const told = new Set(first.issues.map((issue) => JSON.stringify(issue)));
  return {
    filters: [first.filter, second.filter],
    by,
    names,
    issues: [
      ...ofFilters,
      ...issues,
      ...first.issues,
      ...second.issues.filter((issue) => !told.has(JSON.stringify(issue))),
    ],
  };
}
