import { getFilterNames } from "../../db/queries/get-filter-names";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { type FilterNames, refuseUnknownNames } from "../../domain/filter-names";
import { type IncidentRequest, parseIncidentRequest } from "../../domain/incident-request";
import type { Issue } from "../../domain/issue";

/** What an address of incidents asks for, with every issue, and the names of what its filter asks for by code. */
export async function readIncidentRequest(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
): Promise<{ request: IncidentRequest; names: FilterNames; issues: Issue[] }> {
  const { request, issues } = parseIncidentRequest(params);
  const names = await getFilterNames(store, actor, request.filter);
  const { filter, issues: ofNames } = refuseUnknownNames(request.filter, names);
  return { request: { ...request, filter }, names, issues: [...issues, ...ofNames] };
}
