import type { CountRange } from "./count-range";
import { choice, type FilterField } from "./filter-field";
import {
  type IncidentFilter,
  parseIncidentFilter,
  serializeIncidentFilter,
} from "./incident-filter";
import type { Issue } from "./issue";
import {
  emptyTableRequest,
  parseTableRequest,
  serializeTableRequest,
  type TableSort,
  type TableSpec,
} from "./table-params";

export const MAP_SHADES = ["incidents", "people"] as const;
export const MAP_BOUNDS = ["best", "low", "high"] as const satisfies (keyof CountRange)[];
export const MAP_MOVES = ["shown", "hidden"] as const;
/** Each is also the name of its column. */
export const MAP_SORT_KEYS = ["name", "country", "incidents", "low", "best", "high"] as const;
export type MapSortKey = (typeof MAP_SORT_KEYS)[number];

/**
 * How a map is drawn. `shade`: by what provinces are shaded, `bound`: by which figure of the people. `view`: what lies
 * in sight: null as much as the filter has, `world`, or a country by ISO 3166-1 alpha-2, which need not exist.
 */
export type MapLook = {
  shade: (typeof MAP_SHADES)[number];
  bound: (typeof MAP_BOUNDS)[number];
  moves: (typeof MAP_MOVES)[number];
  view: string | null;
};

/** Everything an address of the map asks for: of which incidents, how it is drawn, how its table is sorted. */
export type MapRequest = { filter: IncidentFilter; look: MapLook; sort: TableSort<MapSortKey> };

const view: FilterField<string | null> = {
  read(texts) {
    const asked = [...new Set(texts.map((text) => text.trim()))];
    const good = asked.map((text) => (text === "world" ? text : text.toUpperCase()));
    if (good.length === 0) return { value: null, bad: [], issues: [] };
    if (good.length === 1 && /^([A-Z]{2}|world)$/.test(good[0]!))
      return { value: good[0]!, bad: [], issues: [] };
    return { value: null, bad: asked, issues: [unknownView(asked.join(", ").slice(0, 80))] };
  },
  write: (value) => (value === null ? [] : [value]),
};

export function unknownView(value: string): Issue {
  return { path: "view", code: "map.unknown_view", values: { value } };
}

const LOOK: TableSpec<MapSortKey, MapLook> = {
  sortKeys: MAP_SORT_KEYS,
  descendingFirst: ["incidents", "low", "best", "high"],
  sort: { key: "incidents", descending: true },
  filters: { shade: choice(MAP_SHADES), bound: choice(MAP_BOUNDS), moves: choice(MAP_MOVES), view },
};

const OWN = [...Object.keys(LOOK.filters), "sort"];

/**
 * Reads an address, tolerant of anything, with all issues. A mistake in how the map is drawn gives the usual look and
 * widens nothing. Issues beside those of the filter: `map.unknown_view`, `filter.not_in_list`, `sort.unknown`.
 */
export function parseMapRequest(params: URLSearchParams): { request: MapRequest; issues: Issue[] } {
  const [own, others] = [new URLSearchParams(), new URLSearchParams()];
  for (const [name, value] of params) (OWN.includes(name) ? own : others).append(name, value);
  const look = parseTableRequest(LOOK, own);
  const { filter, issues } = parseIncidentFilter(others);
  return {
    request: { filter, look: look.request.filter, sort: look.request.sort },
    issues: [...issues, ...look.issues],
  };
}

/** The address of a request, its filter first, without what is usual. Inverse of the parse. */
export function serializeMapRequest({ filter, look, sort }: MapRequest): URLSearchParams {
  const params = serializeIncidentFilter(filter);
  const own = { ...emptyTableRequest(LOOK), filter: look, sort };
  for (const [name, value] of serializeTableRequest(LOOK, own)) params.append(name, value);
  return params;
}

/** Which way a column is sorted when it is asked for: the other way round where the table already is. */
export function nextMapSort(sort: TableSort<MapSortKey>, key: MapSortKey): TableSort<MapSortKey> {
  const descending = sort.key === key ? !sort.descending : LOOK.descendingFirst.includes(key);
  return { key, descending };
}
