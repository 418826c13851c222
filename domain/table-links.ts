import { FIRST_PAGE } from "./incident-page";
import { type PagerLinks, pagerLinks } from "./pager-links";
import {
  emptyTableRequest,
  isFiltered,
  type Searchable,
  serializeTableRequest,
  type TableRequest,
  type TableSpec,
} from "./table-params";

/** Where the headings, the pager and the filter of a table lead. */
export type TableLinks<K extends string> = {
  /** Sorts by a column, the other way round where the table already is; begins at the first page. */
  sortHrefs: Record<K, string>;
  pager: PagerLinks;
  /** All rows in the same order; null where nothing is filtered. */
  clearHref: string | null;
};

/** The links of a table at `path` that shows a request of which `total` rows were found. */
export function tableLinks<K extends string, F extends Searchable>(
  spec: TableSpec<K, F>,
  path: string,
  request: TableRequest<K, F>,
  total: number,
): TableLinks<K> {
  const { sort, page } = request;
  const first = { ...page, page: FIRST_PAGE.page };
  const sortHrefs = spec.sortKeys.map((key) => {
    const descending = sort.key === key ? !sort.descending : spec.descendingFirst.includes(key);
    return [
      key,
      tableHref(spec, path, { ...request, sort: { key, descending }, page: first }),
    ] as const;
  });
  const { filter, invalid } = emptyTableRequest(spec);
  return {
    sortHrefs: Object.fromEntries(sortHrefs) as Record<K, string>,
    pager: pagerLinks(page, total, (other) => tableHref(spec, path, { ...request, page: other })),
    clearHref: isFiltered(spec, request)
      ? tableHref(spec, path, { ...request, filter, invalid, page: first })
      : null,
  };
}

/** The address of a request. */
export function tableHref<K extends string, F extends Searchable>(
  spec: TableSpec<K, F>,
  path: string,
  request: TableRequest<K, F>,
): string {
  const query = serializeTableRequest(spec, request).toString();
  return query === "" ? path : `${path}?${query}`;
}
