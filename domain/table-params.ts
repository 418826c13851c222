import { type FilterField, MAX_SEARCH_LENGTH, MAX_VALUES, printable } from "./filter-field";
import { foldedText } from "./folded-text";
import { FIRST_PAGE, type IncidentPage, parseIncidentPage } from "./incident-page";
import type { Issue } from "./issue";

/** Unknown values come last whichever way. */
export type TableSort<K extends string> = { key: K; descending: boolean };

/** Most tables can be searched by words; what else they are filtered by is their own. */
export type Searchable = { [name: string]: unknown; q?: string | null };

/**
 * What one table can be asked: what it sorts by, in which order it begins, and its filters by parameter.
 * `descendingFirst`: what reads best from the latest or the most, when it is sorted by for the first time.
 */
export type TableSpec<K extends string, F extends Searchable> = {
  sortKeys: readonly K[];
  descendingFirst: readonly K[];
  sort: TableSort<K>;
  filters: { [N in keyof F]: FilterField<F[N]> };
};

/**
 * What an address asks of a table. `invalid`: what it asks for and no filter can take; a request with
 * any of it matches nothing, so that a mistake never widens.
 */
export type TableRequest<K extends string, F extends Searchable> = {
  filter: F;
  invalid: { name: string; value: string }[];
  sort: TableSort<K>;
  page: IncidentPage;
};

const BESIDE_THE_FILTERS = ["sort", "page", "size"];
const MAX_UNKNOWN = 20;

/**
 * Reads an address, tolerant of anything, with all issues; `path` of an issue is the parameter's name.
 * A sort, page or size it cannot take is the table's own, and nothing is widened by it.
 */
export function parseTableRequest<K extends string, F extends Searchable>(
  spec: TableSpec<K, F>,
  params: URLSearchParams,
): { request: TableRequest<K, F>; issues: Issue[] } {
  const filter: Partial<F> = {};
  const invalid: TableRequest<K, F>["invalid"] = [];
  const issues: Issue[] = [];
  for (const name of filterNames(spec)) {
    const texts = params.getAll(name).filter((text) => (name === "q" ? text : text.trim()) !== "");
    const read = spec.filters[name].read(texts, name);
    filter[name] = read.value;
    issues.push(...read.issues);
    invalid.push(...read.bad.map((value) => ({ name, value })));
    if (spec.filters[name].write(read.value).length + read.bad.length > MAX_VALUES)
      issues.push({ path: name, code: "filter.too_many_values", values: { max: MAX_VALUES } });
  }
  for (const [name, value] of unknownParameters(spec, params)) {
    invalid.push({ name, value });
    issues.push({ path: name, code: "filter.unknown_parameter", values: { value: name } });
  }
  const { sort, issues: ofSort } = parseSort(spec, params);
  const { page, issues: ofPage } = parseIncidentPage(params);
  const request = { filter: filter as F, invalid, sort, page };
  if (isTooLong(request))
    issues.push({
      path: "q",
      code: "filter.search_too_long",
      values: { value: printable(request.filter.q ?? ""), max: MAX_SEARCH_LENGTH },
    });
  return { request, issues: [...issues, ...ofSort, ...ofPage] };
}

/** The address of a request, in one canonical order, with the table's own choices left out. Inverse of the parse. */
export function serializeTableRequest<K extends string, F extends Searchable>(
  spec: TableSpec<K, F>,
  { filter, invalid, sort, page }: TableRequest<K, F>,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of filterNames(spec)) {
    for (const value of spec.filters[name].write(filter[name])) params.append(name, value);
    for (const bad of invalid) if (bad.name === name) params.append(name, bad.value);
  }
  for (const { name, value } of invalid)
    if (!Object.hasOwn(spec.filters, name)) params.append(name, value);
  const sorted = serializeSort(sort);
  if (sorted !== serializeSort(spec.sort)) params.append("sort", sorted);
  if (page.page !== FIRST_PAGE.page) params.append("page", String(page.page));
  if (page.size !== FIRST_PAGE.size) params.append("size", String(page.size));
  return params;
}

/** The request of an address that says nothing. */
export function emptyTableRequest<K extends string, F extends Searchable>(
  spec: TableSpec<K, F>,
): TableRequest<K, F> {
  return parseTableRequest(spec, new URLSearchParams()).request;
}

/** Whether the request filters by anything, be it valid or not. */
export function isFiltered<K extends string, F extends Searchable>(
  spec: TableSpec<K, F>,
  { filter, invalid }: TableRequest<K, F>,
): boolean {
  return (
    invalid.length > 0 ||
    filterNames(spec).some((name) => spec.filters[name].write(filter[name]).length > 0)
  );
}

/** True where the request cannot be answered as it was asked; it then matches nothing. */
export function asksForNothing(request: TableRequest<string, Searchable>): boolean {
  const { filter, invalid } = request;
  const tooMany = Object.values(filter).some(
    (value: unknown) => Array.isArray(value) && value.length > MAX_VALUES,
  );
  return invalid.length > 0 || tooMany || isTooLong(request) || isWordlessSearch(request);
}

/** True where text is searched for that has no letter or digit. No mistake, but to be said: it finds nothing. */
export function isWordlessSearch({ filter: { q } }: { filter: Searchable }): boolean {
  return typeof q === "string" && foldedText(q) === "";
}

/**
 * The request with every code of a filter that is not among the known ones moved to what is invalid,
 * and one issue of the given code for each.
 */
export function refuseUnknownCodes<
  K extends string,
  F extends Searchable,
  N extends keyof F & string,
>(
  request: TableRequest<K, F> & { filter: Record<N, string[]> },
  name: N,
  known: ReadonlySet<string>,
  code: string,
): { request: TableRequest<K, F>; issues: Issue[] } {
  const asked: string[] = request.filter[name];
  const unknown = asked.filter((value) => !known.has(value));
  return {
    request: {
      ...request,
      filter: { ...request.filter, [name]: asked.filter((value) => known.has(value)) },
      invalid: [...request.invalid, ...unknown.map((value) => ({ name, value }))],
    },
    issues: unknown.map((value) => ({ path: name, code, values: { value } })),
  };
}

function isTooLong({ filter: { q } }: { filter: Searchable }): boolean {
  return typeof q === "string" && q.length > MAX_SEARCH_LENGTH;
}

function filterNames<F extends Searchable>(spec: { filters: { [N in keyof F]: unknown } }) {
  return Object.keys(spec.filters) as (keyof F & string)[];
}

/** A sort as an address writes it, `-name` descending. */
export function serializeSort({ key, descending }: TableSort<string>): string {
  return descending ? `-${key}` : key;
}

/** `sort=-name`; anything else gives the table's own order. Issue: `sort.unknown`. */
function parseSort<K extends string>(
  spec: { sortKeys: readonly K[]; sort: TableSort<K> },
  params: URLSearchParams,
): { sort: TableSort<K>; issues: Issue[] } {
  const asked = [...new Set(params.getAll("sort").map((text) => text.trim()))].filter(Boolean);
  const [only] = asked;
  if (only === undefined) return { sort: spec.sort, issues: [] };
  const descending = only.startsWith("-");
  const key = spec.sortKeys.find((name) => name === (descending ? only.slice(1) : only));
  if (key !== undefined && asked.length === 1) return { sort: { key, descending }, issues: [] };
  const values = { value: printable(asked.join(", ")), allowed: spec.sortKeys.join(", ") };
  return { sort: spec.sort, issues: [{ path: "sort", code: "sort.unknown", values }] };
}

/** Distinct, and no more than a page can say. */
function unknownParameters(spec: { filters: object }, params: URLSearchParams) {
  const unknown = new Map<string, string>();
  for (const [name, value] of params) {
    if (Object.hasOwn(spec.filters, name) || BESIDE_THE_FILTERS.includes(name)) continue;
    unknown.set(printable(name), printable(value));
    if (unknown.size >= MAX_UNKNOWN) break;
  }
  return unknown;
}
