import { createHash } from "node:crypto";
import { getFilterNames } from "../../db/queries/get-filter-names";
import { isFullExport } from "../../db/queries/is-full-export";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { type ApiParameter, type ApiRequest, parseApiRequest } from "../../domain/api/api-request";
import { readCursor, writeCursor } from "../../domain/api/list-cursor";
import { refuseUnknownNames } from "../../domain/filter-names";
import type { FoundIncidents } from "../../domain/found-incidents";
import { serializeIncidentFilter } from "../../domain/incident-filter";
import { DEFAULT_SORT, serializeIncidentSort } from "../../domain/incident-sort";
import type { Issue } from "../../domain/issue";
import { type ApiContext, todayOf } from "./api-context";
import { jsonResponse } from "./json-response";
import { problemResponse } from "./problem-response";

/** Where a page ended, as a cursor carries it. */
export type At = readonly (string | number | null)[];

/**
 * One list of the API. `isPart`: it gives parts of the incidents themselves, so that whoever goes through it takes them.
 * `fits`: whether values of a cursor are a place in the list.
 */
export type ApiList = {
  path: string;
  isSorted: boolean;
  isPart: boolean;
  fits: (store: Store, request: ApiRequest, at: readonly unknown[]) => boolean;
  load: (
    store: Store,
    actor: Actor,
    request: ApiRequest & { at: At | null; today: string },
  ) => Promise<{ data: object[]; found: FoundIncidents; last: At | null }>;
};

/** One page of a list. An address with a mistake is refused whole, with all that is wrong with it. */
export async function answerList(
  list: ApiList,
  context: ApiContext,
  params: URLSearchParams,
): Promise<Response> {
  const { store, actor, say } = context;
  const knows: ApiParameter[] = [...(list.isSorted ? ["sort" as const] : []), "limit", "cursor"];
  const parsed = parseApiRequest(params, knows);
  const names = await getFilterNames(store, actor, parsed.request.filter);
  const { filter, issues: ofNames } = refuseUnknownNames(parsed.request.filter, names);
  const request = { ...parsed.request, filter };
  const query = queryOf(request);
  const asked = digestOf(`${list.path}?${query}`);
  const { at, issues: ofCursor } = readAt(list, store, request, asked);
  const issues = [...parsed.issues, ...ofNames, ...ofCursor];
  if (issues.length > 0) return problemResponse("invalid_input", say, { issues });
  if (list.isPart && context.mayNotTakeAll && (await isFullExport(store, actor, filter)))
    return problemResponse("full_export", say, { detail: say("api.fullExport") });

  const { data, found, last } = await list.load(store, actor, {
    ...request,
    at,
    today: todayOf(context),
  });
  const cursor = last && writeCursor({ asked, at: last });
  const next = cursor && nextOf(list.path, query, request.limit, cursor);
  return jsonResponse({ data, incidents: found, next, cursor }, context, {
    headers: next ? { link: `<${next}>; rel="next"` } : {},
    access: list.isPart
      ? { action: "export", entity: "incidents", entityId: "", detail: query.toString() }
      : null,
  });
}

function readAt(
  list: ApiList,
  store: Store,
  request: ApiRequest,
  asked: string,
): { at: At | null; issues: Issue[] } {
  if (request.cursor === null) return { at: null, issues: [] };
  const cursor = readCursor(request.cursor);
  if (cursor === null || !list.fits(store, request, cursor.at))
    return { at: null, issues: [{ path: "cursor", code: "cursor.unreadable" }] };
  if (cursor.asked !== asked)
    return { at: null, issues: [{ path: "cursor", code: "cursor.of_another_list" }] };
  return { at: cursor.at, issues: [] };
}

/** What is asked for but for the page, in one canonical order. */
function queryOf({ filter, sort }: ApiRequest): URLSearchParams {
  const params = serializeIncidentFilter(filter);
  const sorted = serializeIncidentSort(sort);
  if (sorted !== serializeIncidentSort(DEFAULT_SORT)) params.append("sort", sorted);
  return params;
}

function nextOf(path: string, query: URLSearchParams, limit: number, cursor: string): string {
  const params = new URLSearchParams(query);
  params.append("limit", String(limit));
  params.append("cursor", cursor);
  return `${path}?${params}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 10);
}
