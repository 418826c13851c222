import {
  chosenPageColumns,
  csvColumnsOf,
  type PageColumnName,
} from "../../domain/incident-columns";
import {
  emptyIncidentFilter,
  type IncidentFilter,
  serializeIncidentFilter,
} from "../../domain/incident-filter";
import { FIRST_PAGE } from "../../domain/incident-page";
import { type IncidentRequest, serializeIncidentRequest } from "../../domain/incident-request";
import {
  DEFAULT_SORT,
  SORT_KEYS,
  type SortKey,
  serializeIncidentSort,
} from "../../domain/incident-sort";
import { REVIEW_STATUSES } from "../../domain/vocabulary";

/** The address of the list for a request. */
export function listAddress(request: IncidentRequest): string {
  return withQuery("/incidents", serializeIncidentRequest(request));
}

/** The list with another filter, from its first page, all else kept. */
export function filterAddress(request: IncidentRequest, filter: IncidentFilter): string {
  return listAddress({ ...request, filter, page: { ...request.page, page: 1 } });
}

/** What reads best first, when a column is sorted by for the first time: the latest, the most. */
const DESCENDING_FIRST: ReadonlySet<SortKey> = new Set(["date", "people", "sources", "updated"]);

/** For each column the address that sorts by it; the other way round where the list already is. */
export function sortAddresses(request: IncidentRequest): Record<SortKey, string> {
  const addresses = SORT_KEYS.map((key) => {
    const descending =
      request.sort.key === key ? !request.sort.descending : DESCENDING_FIRST.has(key);
    const page = { ...request.page, page: 1 };
    return [key, listAddress({ ...request, page, sort: { key, descending } })];
  });
  return Object.fromEntries(addresses) as Record<SortKey, string>;
}

/** For each shown column the addresses with it one place earlier and later; null at the ends. */
export function columnMoves(request: IncidentRequest) {
  const columns = chosenPageColumns(request.columns);
  const swapped = (at: number, other: number) => {
    if (other < 0 || other >= columns.length) return null;
    const page = [...columns];
    [page[at], page[other]] = [page[other]!, page[at]!];
    return listAddress({ ...request, columns: { page, csv: [] } });
  };
  const moves = columns.map((name, at) => [
    name,
    { earlier: swapped(at, at - 1), later: swapped(at, at + 1) },
  ]);
  return Object.fromEntries(moves) as Record<
    PageColumnName,
    { earlier: string | null; later: string | null }
  >;
}

/** The CSV of what the list shows: the same filter and order, the chosen columns expanded. */
export function csvAddress({ filter, sort, columns }: IncidentRequest, forExcel: boolean): string {
  const params = serializeIncidentFilter(filter);
  const sorted = serializeIncidentSort(sort);
  if (sorted !== serializeIncidentSort(DEFAULT_SORT)) params.append("sort", sorted);
  const chosen = csvColumnsOf(chosenPageColumns(columns));
  if (chosen !== null) params.append("columns", chosen);
  if (forExcel) params.append("bom", "1");
  return withQuery("/incidents.csv", params);
}

/** The feed of what changed last among the incidents of the filter. */
export function feedAddress({ filter }: IncidentRequest): string {
  return withQuery("/incidents.atom", serializeIncidentFilter(filter));
}

/** What a form of the filter must carry along. */
export function besideFilter(request: IncidentRequest): [string, string][] {
  const page = { ...request.page, page: FIRST_PAGE.page };
  return [...serializeIncidentRequest({ ...request, filter: emptyIncidentFilter(), page })];
}

/** What a form of columns and order must carry along. */
export function besideColumns(request: IncidentRequest): [string, string][] {
  const page = { ...request.page, page: FIRST_PAGE.page };
  const kept = { filter: request.filter, page, sort: DEFAULT_SORT, columns: null };
  return [...serializeIncidentRequest(kept)];
}

/**
 * What the form of the selected rows must carry along: order and columns, and, where the list has retracted ones too,
 * that any review status is asked for.
 */
export function besideSelection(request: IncidentRequest): [string, string][] {
  const review = request.filter.review.includes("retracted") ? [...REVIEW_STATUSES] : [];
  const filter = { ...emptyIncidentFilter(), review };
  return [...serializeIncidentRequest({ ...request, filter, page: FIRST_PAGE })];
}

/** A page that is about the incidents of a filter. `more`: what it is asked beside the filter. */
export function filteredAddress(
  path: string,
  filter: IncidentFilter,
  more: readonly [name: string, value: string][] = [],
): string {
  return withQuery(path, new URLSearchParams([...serializeIncidentFilter(filter), ...more]));
}

function withQuery(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
