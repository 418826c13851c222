import type { Cases } from "./protected-cases";
import { TOPIC } from "./protected-cases";

/** The status of an answer, or where it leads. */
type Outcome = 200 | 400 | 401 | 403 | 404 | 405 | 500 | "/sign-in" | "/incidents";

/** `outcomes`: what it is to nobody, a viewer, a researcher, a reviewer and an admin. */
export type RouteRow = {
  route: string;
  path: (cases: Cases) => string;
  outcomes: readonly [Outcome, Outcome, Outcome, Outcome, Outcome];
  /** Where a flight request, as Next's own links send it, comes to something else. */
  inFlight?: Outcome;
  /** It was drawn when the program was built and holds nothing; Next sends it as a failure or as a page. */
  isDrawnAhead?: true;
};

const row = (
  route: string,
  path: string | ((cases: Cases) => string),
  ...outcomes: RouteRow["outcomes"]
): RouteRow => ({ route, path: typeof path === "string" ? () => path : path, outcomes });

const INCIDENT = "/incidents/[ref]";
const API_INCIDENT = "/api/v1/incidents/[ref]";
const READ = [200, 200, 200, 200, 200] as const;
const OF_DRAFTS = [404, 404, 200, 200, 200] as const;
const OF_VERIFIED = [404, 200, 200, 200, 200] as const;
const OWN = ["/sign-in", 200, 200, 200, 200] as const;
const WRITING = ["/sign-in", 403, 200, 200, 200] as const;
const REVIEWING = ["/sign-in", 403, 403, 200, 200] as const;
const ADMINISTERING = ["/sign-in", 403, 403, 403, 200] as const;

/** Every page and route handler of the program, by the names of the build. */
export const ROUTES: readonly RouteRow[] = [
  row("/500", "/500", 404, 404, 404, 404, 404),
  { ...row("/_global-error/page", "/_global-error", 500, 500, 500, 500, 500), isDrawnAhead: true },
  row("/_not-found/page", "/no-such-page", 404, 404, 404, 404, 404),
  row("/account/page", "/account", ...OWN),
  row("/admin/access/page", "/admin/access", ...ADMINISTERING),
  row("/admin/page", "/admin", ...ADMINISTERING),
  row("/admin/samples/page", "/admin/samples", ...ADMINISTERING),
  row("/api/page", "/api", ...READ),
  row("/api/v1/[...rest]/route", "/api/v1/nothing", 404, 404, 404, 404, 404),
  row("/api/v1/openapi.json/route", "/api/v1/openapi.json", ...READ),
  ...["incidents", "groups", "events", "claims", "sources", "locations", "facets"].map(
    (list): RouteRow => ({
      ...row(`/api/v1/${list}/route`, `/api/v1/${list}?q=${TOPIC}`, ...READ),
      inFlight: 400,
    }),
  ),
  row(`${API_INCIDENT}/route`, ({ published }) => `/api/v1/incidents/${published}`, ...READ),
  row(`${API_INCIDENT}/route`, ({ edited }) => `/api/v1/incidents/${edited}`, ...READ),
  row(`${API_INCIDENT}/route`, ({ verified }) => `/api/v1/incidents/${verified}`, ...OF_VERIFIED),
  row(`${API_INCIDENT}/route`, ({ draft }) => `/api/v1/incidents/${draft}`, ...OF_DRAFTS),
  row("/api/v1/sources/[ref]/route", ({ open }) => `/api/v1/sources/${open.ref}`, ...READ),
  row(
    "/api/v1/sources/[ref]/route",
    ({ restricted }) => `/api/v1/sources/${restricted.ref}`,
    ...OF_VERIFIED,
  ),
  row("/api/v1/locations/[...id]/route", "/api/v1/locations/nowhere", 404, 404, 404, 404, 404),
  {
    ...row("/charts/[file]/route", `/charts/incidents.csv?q=${TOPIC}`, ...READ),
    inFlight: 400,
  },
  { ...row("/charts/[file]/route", `/charts/people.svg?q=${TOPIC}`, ...READ), inFlight: 400 },
  row("/compare/page", `/compare?a.q=${TOPIC}`, ...READ),
  row("/codebook/page", "/codebook", ...READ),
  row("/confirm/page", "/confirm", ...OWN),
  row("/corrections/page", "/corrections", ...READ),
  ...[
    "incidents.json",
    "incidents.ndjson",
    "incidents.geojson",
    "sources.csl.json",
    "sources.bib",
  ].map(
    (file): RouteRow => ({
      ...row(`/export/${file}/route`, `/export/${file}?q=${TOPIC}`, ...READ),
      inFlight: 400,
    }),
  ),
  ...["data-package.zip", "tables/claims.csv", "tables/sources.csv"].map(
    (file): RouteRow => ({
      ...row(
        `/export/${file.replace(/^tables\/.*/, "tables/[file]")}/route`,
        `/export/${file}?q=${TOPIC}`,
        ...READ,
      ),
      inFlight: 400,
    }),
  ),
  ...["verified_versions", "imported_rows"].map(
    (table): RouteRow => ({
      ...row("/export/tables/[file]/route", `/export/tables/${table}.csv?q=${TOPIC}`, ...OF_DRAFTS),
      inFlight: 400,
    }),
  ),
  row("/export/page", `/export?q=${TOPIC}`, ...READ),
  // Whoever has its address reads it as its owner does.
  row("/feeds/[token]/route", ({ feed }) => `/feeds/${feed}`, ...READ),
  row("/export/case-summary/page", `/export/case-summary?q=${TOPIC}`, ...READ),
  {
    ...row("/export/case-summary.md/route", `/export/case-summary.md?q=${TOPIC}`, ...READ),
    inFlight: 400,
  },
  row("/groups/page", `/groups?q=${TOPIC}`, ...READ),
  row("/history/page", ({ draft }) => `/history?reference=${draft}`, ...REVIEWING),
  row("/icon.svg/route", "/icon.svg", ...READ),
  { ...row("/incidents.atom/route", `/incidents.atom?q=${TOPIC}`, ...READ), inFlight: 400 },
  // It takes Next's own parameter for a mistyped one, after asking who is there.
  { ...row("/incidents.csv/route", `/incidents.csv?q=${TOPIC}`, ...READ), inFlight: 400 },
  row("/incidents/from-article/page", "/incidents/from-article", ...WRITING),
  row(
    "/incidents/from-article/[id]/page",
    "/incidents/from-article/000000000000000000000000",
    ...(["/sign-in", 403, 404, 404, 404] as const),
  ),
  // A file is posted there.
  row(
    "/incidents/from-article/file/route",
    "/incidents/from-article/file",
    405,
    405,
    405,
    405,
    405,
  ),
  row("/import/page", "/import", ...WRITING),
  row("/import/[id]/page", "/import/000000000000000000000000", "/sign-in", 403, 404, 404, 404),
  ...["mapping.json", "mend.csv"].map((file) =>
    row(
      `/import/[id]/${file}/route`,
      `/import/000000000000000000000000/${file}`,
      401,
      403,
      404,
      404,
      404,
    ),
  ),
  row(
    "/import/[id]/progress/route",
    "/import/000000000000000000000000/progress",
    401,
    403,
    404,
    404,
    404,
  ),
  // Pieces of a file are posted there.
  row("/import/upload/route", "/import/upload", 405, 405, 405, 405, 405),
  row(`${INCIDENT}/add-source/page`, ({ draft }) => `/incidents/${draft}/add-source`, ...WRITING),
  row(`${INCIDENT}/csv/route`, ({ published }) => `/incidents/${published}/csv`, ...READ),
  row(`${INCIDENT}/csv/route`, ({ verified }) => `/incidents/${verified}/csv`, ...OF_VERIFIED),
  row(`${INCIDENT}/csv/route`, ({ draft }) => `/incidents/${draft}/csv`, ...OF_DRAFTS),
  row(`${INCIDENT}/edit/page`, ({ draft }) => `/incidents/${draft}/edit`, ...WRITING),
  row(
    `${INCIDENT}/editions/[edition]/page`,
    ({ edited }) => `/incidents/${edited}/editions/1`,
    ...READ,
  ),
  row(
    `${INCIDENT}/editions/[edition]/page`,
    ({ verified }) => `/incidents/${verified}/editions/1`,
    404,
    404,
    404,
    404,
    404,
  ),
  row(`${INCIDENT}/history/page`, ({ published }) => `/incidents/${published}/history`, ...WRITING),
  row(
    `${INCIDENT}/history/page`,
    ({ published }) => `/incidents/${published}/history?at=2027-01-01`,
    ...WRITING,
  ),
  row(`${INCIDENT}/history/page`, ({ draft }) => `/incidents/${draft}/history`, ...OF_DRAFTS),
  row(`${INCIDENT}/merge/page`, ({ published }) => `/incidents/${published}/merge`, ...REVIEWING),
  row(`${INCIDENT}/merge/page`, ({ draft }) => `/incidents/${draft}/merge`, ...REVIEWING),
  row(`${INCIDENT}/page`, ({ published }) => `/incidents/${published}`, ...READ),
  row(`${INCIDENT}/page`, ({ verified }) => `/incidents/${verified}`, ...OF_VERIFIED),
  row(`${INCIDENT}/page`, ({ edited }) => `/incidents/${edited}`, ...READ),
  row(`${INCIDENT}/page`, ({ draft }) => `/incidents/${draft}`, ...OF_DRAFTS),
  row(
    `${INCIDENT}/publish/page`,
    ({ published }) => `/incidents/${published}/publish`,
    ...REVIEWING,
  ),
  row(`${INCIDENT}/publish/page`, ({ draft }) => `/incidents/${draft}/publish`, ...REVIEWING),
  row(
    `${INCIDENT}/retract/page`,
    ({ published }) => `/incidents/${published}/retract`,
    ...REVIEWING,
  ),
  row(
    `${INCIDENT}/retract/page`,
    ({ draft }) => `/incidents/${draft}/retract`,
    404,
    404,
    403,
    200,
    200,
  ),
  row(`${INCIDENT}/summary/page`, ({ published }) => `/incidents/${published}/summary`, ...READ),
  row(
    `${INCIDENT}/summary/page`,
    ({ verified }) => `/incidents/${verified}/summary`,
    ...OF_VERIFIED,
  ),
  row(`${INCIDENT}/summary/page`, ({ draft }) => `/incidents/${draft}/summary`, ...OF_DRAFTS),
  row(
    `${INCIDENT}/summary.md/route`,
    ({ published }) => `/incidents/${published}/summary.md`,
    ...READ,
  ),
  row(
    `${INCIDENT}/summary.md/route`,
    ({ verified }) => `/incidents/${verified}/summary.md`,
    ...OF_VERIFIED,
  ),
  row(
    `${INCIDENT}/summary.md/route`,
    ({ draft }) => `/incidents/${draft}/summary.md`,
    ...OF_DRAFTS,
  ),
  row("/incidents/new/page", "/incidents/new", ...WRITING),
  row(
    "/incidents/selected/page",
    ({ published }) => `/incidents/selected?ref=${published}`,
    ...READ,
  ),
  row("/incidents/page", `/incidents?q=${TOPIC}`, ...READ),
  row("/invitation/[token]/page", ({ token }) => `/invitation/${token}`, ...READ),
  row("/locations/[...id]/page", "/locations/CN-YN", ...READ),
  row("/locations/page", "/locations", ...READ),
  { ...row("/map.csv/route", `/map.csv?q=${TOPIC}`, ...READ), inFlight: 400 },
  { ...row("/map.svg/route", `/map.svg?q=${TOPIC}`, ...READ), inFlight: 400 },
  row("/map/page", `/map?q=${TOPIC}`, ...READ),
  row("/page", `/?q=${TOPIC}`, ...READ),
  row("/review/page", `/review?q=${TOPIC}`, ...WRITING),
  row("/sign-in/code/page", "/sign-in/code", ...READ),
  // Only a form leads there, and it ends the session.
  row("/sign-out/route", "/sign-out", 405, 405, 405, 405, 405),
  row("/sign-in/page", "/sign-in", 200, "/incidents", "/incidents", "/incidents", "/incidents"),
  row(
    "/sources/[ref]/edit/page",
    ({ restricted }) => `/sources/${restricted.ref}/edit`,
    ...WRITING,
  ),
  row("/sources/[ref]/page", ({ open }) => `/sources/${open.ref}`, ...READ),
  row("/sources/[ref]/page", ({ restricted }) => `/sources/${restricted.ref}`, ...OF_VERIFIED),
  row("/sources/new/page", "/sources/new", ...WRITING),
  row("/sources/page", `/sources?q=${TOPIC}`, ...READ),
  row("/suggest/places/route", "/suggest/places?q=tu", ...READ),
  row("/suggest/countries/route", "/suggest/countries?q=ch", ...READ),
  row("/suggest/search/route", `/suggest/search?q=${TOPIC}`, ...READ),
  row("/suggest/provinces/route", "/suggest/provinces?q=yu", ...READ),
  row("/suggest/sources/route", `/suggest/sources?q=${TOPIC}`, ...READ),
  { ...row("/timeline.csv/route", `/timeline.csv?q=${TOPIC}`, ...READ), inFlight: 400 },
  { ...row("/timeline.json/route", `/timeline.json?q=${TOPIC}`, ...READ), inFlight: 400 },
  { ...row("/timeline.svg/route", `/timeline.svg?q=${TOPIC}`, ...READ), inFlight: 400 },
  row("/timeline/page", `/timeline?q=${TOPIC}`, ...READ),
  row("/views/page", "/views", ...OWN),
];
