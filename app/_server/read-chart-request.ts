import { getFilterNames } from "../../db/queries/get-filter-names";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { type ChartRequest, parseChartRequest } from "../../domain/chart-request";
import { type FilterNames, refuseUnknownNames } from "../../domain/filter-names";
import type { Issue } from "../../domain/issue";

/** What an address of charts asks for, with every issue, and the names of what its filter asks for by code. */
export async function readChartRequest(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
): Promise<{ request: ChartRequest; names: FilterNames; issues: Issue[] }> {
  const { request, issues } = parseChartRequest(params);
  const names = await getFilterNames(store, actor, request.filter);
  const { filter, issues: ofNames } = refuseUnknownNames(request.filter, names);
  return { request: { ...request, filter }, names, issues: [...issues, ...ofNames] };
}
