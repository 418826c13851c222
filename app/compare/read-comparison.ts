import { getFilterNames } from "../../db/queries/get-filter-names";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { takeUnit } from "../../domain/chart-request";
import { parseComparison } from "../../domain/comparison";
import { type FilterNames, namedByAny, refuseUnknownNames } from "../../domain/filter-names";
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
  const names = await getFilterNames(store, actor, namedByAny(filters));
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
