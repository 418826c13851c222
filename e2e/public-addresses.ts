import type { Store } from "../db/store";
import { GROUP_SORT_KEYS } from "../domain/group-table";
import { SORT_KEYS } from "../domain/incident-sort";
import { locationPath } from "../domain/location-path";
import { LOCATION_SORT_KEYS } from "../domain/location-table";
import { SOURCE_SORT_KEYS } from "../domain/source-table";
import { AS_ROUTER } from "./visitor";

/** Words, codes and mistakes that a visitor may filter incidents by, for the table and for its CSV alike. */
const FILTERS = [
  "province=CN-YN",
  "province=CN-JL&province=CN-SD",
  "province=KP-09",
  "province=KP-unknown&when=2014&when=2016-11",
  "place=CN-JL/tumen",
  "country=CN",
  "move=CN-JL/tumen>KP>reported&move=CN-LN/dandong>KP>anticipated",
  "nationality=KP",
  "nationality=KR&role=helper",
  "from=2014-07&to=2014-08",
  "from=2013&dates=certain",
  "type=arrest&modality=reported",
  "type=deportation&type=release",
  "status=held&status=deported",
  "risk=deportation&news_from=2014&news_to=2030",
  "role=seeking_refuge&people_min=5",
  "people_min=1&people_max=10",
  "people_max=400",
  "corroboration=contested&corroboration=corroborated",
  "review=draft&review=disputed",
  "review=verified",
  "q=held",
  `q=${encodeURIComponent("체포된 가족")}`,
  `q=${encodeURIComponent("图们")}`,
  "province=CN-QQ",
  "type=arest&people_min=x",
];

/** What can be asked beside a filter; `page` and `size` are refused in the CSV only where they are wrong. */
const VIEWS = ["page=2", "size=100", "page=0", "columns=title,people", "sort=nothing"];

/** How a map can be drawn. */
const LOOKS = [
  "shade=people",
  "shade=people&bound=high&view=world&sort=-high",
  "shade=people&bound=low&moves=hidden&view=CN",
  "view=nowhere",
];

/** Lanes, windows and lists of a timeline, for the page and its files alike. */
const TIMELINES = [
  "",
  "lane=province",
  "lane=status&type=deportation",
  "lane=nationality&only=not_known",
  "only=undated",
  "window=2014-07-01..2014-07-07&only=throughout",
  "from=2014-07&to=2014-08&dates=certain&lane=province&only=others",
  "window=2014-01-01..2014-12-31&modality=anticipated",
  "window=1000-01-01..9999-12-31",
  "window=2014&lane=colour",
];

/** What a filter finds, as files for programs. */
const FILES = [
  "incidents.json",
  "incidents.ndjson",
  "incidents.geojson",
  "tables/claims.csv",
  "tables/locations.csv",
];
const BIBLIOGRAPHIES = ["sources.csl.json", "sources.bib", "tables/sources.csv"];

/** Lists of the API, which take the filter. */
const API_LISTS = ["incidents", "groups", "events", "claims", "sources", "locations"];
const apiLists = (query: string) => API_LISTS.map((list) => `/api/v1/${list}?${query}`);

/** Pages that are about nothing in particular. */
const PLAIN = [
  "/",
  "/api",
  "/api/v1/openapi.json",
  "/api/v1/nothing",
  "/api/v1/incidents/INC-222222",
  "/api/v1/sources/SRC-222222",
  "/api/v1/locations/nowhere",
  "/codebook",
  "/corrections",
  "/sign-in",
  "/sign-in/code",
  "/account",
  "/admin",
  "/admin/access",
  "/confirm",
  "/history",
  "/review",
  "/views",
  "/feeds/guessed",
  "/incidents/new",
  "/sources/new",
  "/invitation/guessed",
  "/incidents/INC-222222",
  "/sources/SRC-222222",
  "/locations/nowhere",
  "/nothing",
  "/icon.svg",
];

const TABLES = [
  ...["kind=news", "reliability=A&reliability=B", "access=restricted", "q=wire", "page=2"].map(
    (query) => `/sources?${query}`,
  ),
  ...["role=helper", "nationality=KP", "status=held", "q=held", "colour=red"].map(
    (query) => `/groups?${query}`,
  ),
  ...["country=CN", "kind=facility", "places=all", "places=all&q=ku", "q=tumen"].map(
    (query) => `/locations?${query}`,
  ),
];

/** Charts and what they are held against, by some of the filters. */
const CHARTS = [
  ...[
    "",
    "by=year",
    "province=CN-YN&by=month",
    "from=2014-07&to=2014-08",
    "status=held",
    "by=week",
  ].flatMap((query) => [
    `/?${query}`,
    `/charts/incidents.svg?${query}`,
    `/charts/incidents.csv?${query}`,
    `/charts/people.svg?${query}`,
    `/charts/people.csv?${query}`,
  ]),
  ...[
    "",
    "a.province=CN-YN&b.province=CN-JL",
    "type=arrest&a.from=2013&a.to=2013&b.from=2014&b.to=2014",
    "a.type=arest&b.colour=red",
  ].map((query) => `/compare?${query}`),
];

const SUGGESTED = [
  ...["k", "ku", "c", "tumen", "도", "中", "%"].map(
    (q) => `/suggest/places?q=${encodeURIComponent(q)}`,
  ),
  ...["c", "north korea"].map((q) => `/suggest/countries?q=${encodeURIComponent(q)}`),
  ...["jilin", "korea", "a"].map((q) => `/suggest/search?q=${encodeURIComponent(q)}`),
  ...["y", "jilin", "云"].map((q) => `/suggest/provinces?q=${encodeURIComponent(q)}`),
  ...["w", "wire", "witness", "report", "%"].map(
    (q) => `/suggest/sources?q=${encodeURIComponent(q)}`,
  ),
];

/** Every table, sort, filter, suggestion and plain page, whatever the store holds. */
export function listAddresses(): string[] {
  const tables = ["/incidents", "/groups", "/locations", "/sources"];
  const asRouter = [...tables, "/map", "/timeline", "/corrections", "/sign-in", "/nothing"].map(
    (at) => AS_ROUTER + at,
  );
  return [
    ...PLAIN,
    ...tables,
    ...TABLES,
    ...CHARTS,
    ...SUGGESTED,
    ...sorted(),
    ...filtered(),
    ...asRouter,
  ];
}

/**
 * The pages and files of every incident, source and place that the public store holds, as documents and as the router
 * asks for them. `only`: the references of the incidents and sources that are wanted; without: all.
 */
export async function pageAddresses(store: Store, only?: ReadonlySet<string>): Promise<string[]> {
  const { incident, location, publishedEdition, source, tombstone } = store.t;
  const isWanted = ({ ref }: { ref: string }) => !only || only.has(ref);
  const incidents = (await store.read.select().from(incident)).filter(isWanted);
  const retracted = (await store.read.select().from(tombstone)).filter(isWanted);
  const sources = (await store.read.select().from(source)).filter(isWanted);
  const editions = await store.read.select().from(publishedEdition);
  const places = await store.read.select().from(location);
  const pages = [
    ...[...incidents, ...retracted].map(({ ref }) => `/incidents/${ref}`),
    ...incidents.flatMap(({ id, ref }) =>
      editions
        .filter(({ incidentId }) => incidentId === id)
        .map(({ edition }) => `/incidents/${ref}/editions/${edition}`),
    ),
    ...sources.map(({ ref }) => `/sources/${ref}`),
    ...places.map(({ id }) => locationPath(id)),
  ];
  const files = incidents.flatMap(({ ref }) => [
    `/incidents/${ref}/csv`,
    `/incidents/${ref}/summary.md`,
    `/incidents.csv?ref=${ref}`,
    `/incidents/selected?ref=${ref}`,
    ...[...FILES, ...BIBLIOGRAPHIES].map((file) => `/export/${file}?ref=${ref}`),
    `/api/v1/incidents/${ref}`,
  ]);
  const found = sources.flatMap(({ ref }) => [
    `/incidents.csv?source=${ref}`,
    `/incidents.atom?source=${ref}`,
    `/suggest/sources?q=${ref}`,
    `/suggest/search?q=${ref}`,
    ...BIBLIOGRAPHIES.map((file) => `/export/${file}?source=${ref}`),
    `/api/v1/sources/${ref}`,
    `/api/v1/claims?source=${ref}`,
  ]);
  const placed = places.map(({ id }) => `/api/v1${locationPath(id)}`);
  return [...pages, ...pages.map((path) => AS_ROUTER + path), ...files, ...found, ...placed];
}

function filtered(): string[] {
  const csv = ["", ...FILTERS, ...VIEWS].map((query) => `/incidents.csv?${query}`);
  // A summary holds all of each incident: a few filters ask for every part of it.
  const summaries = ["", ...FILTERS.slice(0, 6), ...VIEWS].flatMap((query) => [
    `/export/case-summary?${query}`,
    `/export/case-summary.md?${query}`,
  ]);
  const timelines = ["", ".json", ".csv", ".svg"].flatMap((file, n) =>
    TIMELINES.filter((_query, at) => file === "" || at % 3 === n - 1).map(
      (query) => `/timeline${file}?${query}`,
    ),
  );
  // A map, a timeline and their files are answered from the same matches as the list: some of the filters will do.
  const some = FILTERS.filter((_filter, at) => at % 4 === 0);
  // What programs take away is read by the same queries, whatever the form.
  const few = some.slice(0, 2);
  const maps = ["", ...some, ...LOOKS].map((query) => `/map?${query}`);
  const files = ["svg", "csv"].flatMap((format) =>
    ["", "type=deportation", LOOKS[0]].map((query) => `/map.${format}?${query}`),
  );
  const feeds = ["", ...some].map((query) => `/incidents.atom?${query}`);
  // One thing a page, so that there is a cursor.
  const lists = ["", ...few].flatMap((query) => [
    ...apiLists(`${query}&limit=1`),
    `/api/v1/facets?${query}`,
  ]);
  const exported = ["", ...few].flatMap((query) => [
    `/export?${query}`,
    ...[...FILES, ...BIBLIOGRAPHIES].map((file) => `/export/${file}?${query}`),
  ]);
  return [
    ...[...FILTERS, ...VIEWS].map((query) => `/incidents?${query}`),
    ...csv,
    ...summaries,
    ...maps,
    ...files,
    ...timelines,
    ...feeds,
    ...exported,
    ...lists,
    ...apiLists("limit=0&cursor=nothing&page=2"),
    ...apiLists("limit=100"),
  ];
}

/** Every sort, one way or the other: which way it goes is the same question to what is sorted by. */
function sorted(): string[] {
  const by = (table: string, keys: readonly string[]) =>
    keys.map((key, at) => `${table}?sort=${at % 2 === 0 ? "-" : ""}${key}`);
  return [
    ...by("/incidents", SORT_KEYS),
    ...by("/api/v1/claims", SORT_KEYS).map((address) => `${address}&limit=2`),
    ...by("/groups", GROUP_SORT_KEYS),
    ...by("/locations", LOCATION_SORT_KEYS),
    ...by("/sources", SOURCE_SORT_KEYS),
  ];
}

/** The addresses of an incident that is not there for visitors, whatever stands behind them. */
export function incidentAddresses(ref: string): string[] {
  const parts = [
    "",
    "/csv",
    "/summary",
    "/summary.md",
    "/merge",
    "/editions/1",
    "/edit",
    "/history",
    "/history?at=2026-01-31",
  ];
  const more = ["/publish", "/retract", "/add-source", "/review"];
  const pages = [...parts, ...more].map((part) => `/incidents/${ref}${part}`);
  const lower = `/incidents/${ref.toLowerCase()}`;
  const asked = [
    `/incidents?ref=${ref}`,
    `/incidents.csv?ref=${ref}`,
    `/incidents.atom?ref=${ref}`,
    ...[...FILES, ...BIBLIOGRAPHIES].map((file) => `/export/${file}?ref=${ref}`),
    `/api/v1/incidents/${ref}`,
    ...apiLists(`ref=${ref}`),
  ];
  return [
    ...pages,
    ...asked,
    `/incidents/selected?ref=${ref}`,
    lower,
    `${AS_ROUTER}/incidents/${ref}`,
    `${AS_ROUTER}/incidents/${ref}/edit`,
  ];
}

/** The addresses of a source that is not there for visitors. */
export function sourceAddresses(ref: string): string[] {
  const asked = [
    `/incidents?source=${ref}`,
    `/incidents.csv?source=${ref}`,
    `/incidents.atom?source=${ref}`,
    ...[...FILES, ...BIBLIOGRAPHIES].map((file) => `/export/${file}?source=${ref}`),
    `/api/v1/sources/${ref}`,
    ...apiLists(`source=${ref}`),
  ];
  const found = [`/suggest/sources?q=${ref}`, `/sources?q=${ref}`];
  return [
    `/sources/${ref}`,
    `/sources/${ref}/edit`,
    `${AS_ROUTER}/sources/${ref}`,
    ...asked,
    ...found,
  ];
}
