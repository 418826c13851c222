import { type ChosenColumns, parseColumns, serializePageColumns } from "./incident-columns";
import {
  type IncidentFilter,
  parseIncidentFilter,
  serializeIncidentFilter,
} from "./incident-filter";
import { FIRST_PAGE, type IncidentPage, parseIncidentPage } from "./incident-page";
import {
  DEFAULT_SORT,
  type IncidentSort,
  parseIncidentSort,
  serializeIncidentSort,
} from "./incident-sort";
import type { Issue } from "./issue";

/** Everything an address of incidents asks for: which ones, in which order, which page, which columns. */
export type IncidentRequest = {
  filter: IncidentFilter;
  sort: IncidentSort;
  page: IncidentPage;
  columns: ChosenColumns;
};

/** Reads an address, tolerant of anything, with the issues of all its parameters. */
export function parseIncidentRequest(params: URLSearchParams): {
  request: IncidentRequest;
  issues: Issue[];
} {
  const { filter, issues: ofFilter } = parseIncidentFilter(params);
  const { sort, issues: ofSort } = parseIncidentSort(params);
  const { page, issues: ofPage } = parseIncidentPage(params);
  const { columns, issues: ofColumns } = parseColumns(params);
  return {
    request: { filter, sort, page, columns },
    issues: [...ofFilter, ...ofSort, ...ofPage, ...ofColumns],
  };
}

/** The address of the table for a request, in one canonical order, with the defaults left out. */
export function serializeIncidentRequest({
  filter,
  sort,
  page,
  columns,
}: IncidentRequest): URLSearchParams {
  const params = serializeIncidentFilter(filter);
  const sorted = serializeIncidentSort(sort);
  if (sorted !== serializeIncidentSort(DEFAULT_SORT)) params.append("sort", sorted);
  if (page.page !== FIRST_PAGE.page) params.append("page", String(page.page));
  if (page.size !== FIRST_PAGE.size) params.append("size", String(page.size));
  const chosen = columns && serializePageColumns(columns.page);
  if (chosen) params.append("columns", chosen);
  return params;
}
