import { setImmediate } from "node:timers/promises";
import { getOverview } from "../db/queries/get-overview";
import { getProvinceMap } from "../db/queries/get-province-map";
import { getTimeline } from "../db/queries/get-timeline";
import { listIncidents } from "../db/queries/list-incidents";
import { suggestFilters } from "../db/queries/suggest-filters";
import { warmIndex } from "../db/warm-index";
import { type IncidentFilter, parseIncidentFilter } from "../domain/incident-filter";
import { DEFAULT_SORT } from "../domain/incident-sort";
import type { LaneKind } from "../domain/timeline-lanes";
import {
  COUNTED,
  engineFacets,
  engineList,
  engineMap,
  engineMonths,
  engineRows,
  engineSearch,
  SIZE,
} from "./engine";
import { exportCsv } from "./export-csv";
import { IMPORT_MEASURES } from "./import-measures";
import type { Bench, Measure } from "./measure";
import { otherRequest } from "./other-request";
import { firstPageSample, pageSample } from "./page-server";
import { READER } from "./people";
import { saveIncident } from "./save-incident";
import { started } from "./started";
import { type Sample, sampleOf } from "./timing";

const SOME = "province=CN-YN&status=deported&from=2012-01-01&to=2021-12-31";
/** `SOME` in plain SQL. */
const WHERE_SOME = `${COUNTED} and (i.date_latest is null or i.date_latest >= '2012-01-01') and (i.date_earliest is null or i.date_earliest <= '2021-12-31')
  and coalesce(i.date_earliest, i.date_latest) is not null
  and exists (select 1 from incident_status s where s.incident_id = i.id and s.status = 'deported')
  and exists (select 1 from event_place p where p.incident_id = i.id and p.current = 1 and p.province_id = 'CN-YN')`;

/** The same with six facets in plain SQL, each leaving out its own choice; nobody is asked here for one of them. */
const FACETED = `${COUNTED} and (i.date_latest is null or i.date_latest >= '2015-01-01')`;

const FACETED_BY_EVENT = `${COUNTED} and exists (select 1 from event e where e.incident_id = i.id and +e.type = 'arrest' and (e.current_latest is null or e.current_latest >= '2015-01-01'))`;

/** Which answers that were given before may be given again. What is known of everything always may: every list asks for it. */
const NOTHING = /^(known|order|provinces) /;
const HEADING = /^(known|order|provinces|counts|facets|dates|named) /;
const EVERYTHING = /^/;

/** All that is measured, in the order of the table. To add one: a name, what to run, and the same in plain SQL. */
export const MEASURES: readonly Measure[] = [
  {
    name: "list page: all, kept",
    target: 15,
    run: list("", { keeps: EVERYTHING }),
    raw: engineList(COUNTED),
  },
  {
    name: "list page: since 2015, with all facets",
    target: 15,
    run: list("from=2015-01-01"),
    raw: engineFacets(FACETED),
  },
  {
    name: "list page: province, status, years",
    target: 15,
    run: list(SOME),
    raw: engineList(WHERE_SOME),
  },
  {
    name: "list page: type, since 2015",
    target: 15,
    run: list("type=arrest&from=2015-01-01"),
    raw: engineFacets(FACETED_BY_EVENT),
  },
  {
    name: "list page: type, since 2015, nothing summed yet",
    target: 15,
    run: unsummed(list("type=arrest&from=2015-01-01")),
  },
  {
    name: "list page: since 2015, after a write",
    target: 15,
    sample: afterWrite("from=2015-01-01"),
  },
  {
    name: "list page over HTTP, with all facets",
    target: 40,
    isOfPages: true,
    sample: pageSample,
  },
  {
    name: "deep page: in the middle",
    target: 10,
    run: list("", { page: 0.5, keeps: HEADING }),
    raw: engineList(COUNTED, 0.5),
  },
  {
    name: "deep page: the last",
    target: 10,
    run: list("", { page: 0.93, keeps: HEADING }),
    raw: engineList(COUNTED, 0.93),
  },
  { name: "search: 북송", target: 20, run: list("q=북송"), raw: engineSearch("북송") },
  { name: "search: 图们", target: 20, run: list("q=图们"), raw: engineSearch("图们") },
  {
    name: "search: Tumen checkpoint",
    target: 20,
    run: list("q=Tumen+checkpoint"),
    raw: engineSearch("tumen", "checkpoint"),
  },
  { name: "search: 북송, after a write", target: 20, sample: afterWrite("q=북송") },
  { name: "suggestions: tum", target: 20, run: suggestions("tum") },
  { name: "suggestions: 도문", target: 20, run: suggestions("도문") },
  { name: "timeline: all", target: 20, run: timeline("", "none"), raw: engineMonths(COUNTED) },
  {
    name: "timeline: since 2015, by province",
    target: 20,
    run: timeline("from=2015-01-01", "province"),
    raw: engineMonths(FACETED),
  },
  { name: "map: all", target: 20, run: map(""), raw: engineMap(COUNTED) },
  {
    name: "map: type, since 2015",
    target: 20,
    run: map("type=arrest&from=2015-01-01"),
    raw: engineMap(FACETED_BY_EVENT),
  },
  {
    name: "map: type, since 2015, nothing summed yet",
    target: 20,
    run: unsummed(map("type=arrest&from=2015-01-01")),
  },
  {
    name: "timeline: since 2015, by province, nothing summed yet",
    target: 20,
    run: unsummed(timeline("from=2015-01-01", "province")),
  },
  { name: "overview: all", run: overview("") },
  { name: "overview: a province", run: overview("province=CN-YN") },
  {
    name: "CSV of a filter",
    run: (bench) => exportCsv(bench, filterOf(SOME)),
    most: 10,
    raw: engineRows(WHERE_SOME),
  },
  {
    name: "CSV of all",
    once: true,
    sample: async (bench) => {
      // Without the index no list would be answered either.
      await warmIndex(bench.store);
      return sampleOf(() => exportCsv(bench, filterOf("")));
    },
    raw: engineRows(COUNTED),
  },
  { name: "save an incident", target: 15, sample: saveIncident },
  {
    name: "save an incident during an export",
    target: 15,
    sample: saveIncident,
    during: exporting,
  },
  { name: "another request", sample: otherRequest },
  {
    name: "another request during an export",
    // At most 50 ms more than alone, where it is a few.
    target: 55,
    judgedBy: "p99",
    sample: otherRequest,
    during: exporting,
  },
  {
    name: "another request during maps and timelines",
    target: 55,
    judgedBy: "p99",
    sample: otherRequest,
    during: looking,
  },
  ...IMPORT_MEASURES,
  {
    name: "start until the first list",
    target: 3000,
    most: 5,
    sample: async ({ url }) => ({ value: (await started(url)).ms }),
  },
  {
    name: "start of the program until its first list page",
    target: 3000,
    most: 5,
    isOfPages: true,
    sample: firstPageSample,
  },
  {
    name: "memory after the first list",
    unit: "MB",
    target: 600,
    most: 5,
    sample: async ({ url }) => ({ value: (await started(url)).mb }),
  },
];

function filterOf(query: string): IncidentFilter {
  const { filter, issues } = parseIncidentFilter(new URLSearchParams(query));
  if (issues.length > 0) throw new Error(`${query} is no filter: ${issues[0]!.code}`);
  return filter;
}

/** `page`: a share of the pages there are, 0 the first. */
function list(
  query: string,
  { page = 0, keeps = NOTHING }: { page?: number; keeps?: RegExp } = {},
) {
  const filter = filterOf(query);
  return async ({ store, incidents }: Bench) => {
    forgetAnswers(store, keeps);
    const asked = { page: 1 + Math.floor((page * incidents) / SIZE), size: SIZE } as const;
    await listIncidents(store, READER, { filter, sort: DEFAULT_SORT, page: asked });
  };
}

/** What another list of the filter takes after an incident was saved. */
function afterWrite(query: string) {
  const run = list(query, { keeps: EVERYTHING });
  return async (bench: Bench): Promise<Sample> => {
    await run(bench);
    await saveIncident(bench);
    return sampleOf(() => run(bench));
  };
}

/** The same where nobody has asked for sums of the kind since the index was built. */
function unsummed(run: (bench: Bench) => Promise<void>) {
  return async (bench: Bench) => {
    bench.store.kept.index.sums.clear();
    await run(bench);
  };
}

function suggestions(typed: string) {
  return async ({ store }: Bench) => {
    forgetAnswers(store, NOTHING);
    await suggestFilters(store, READER, typed);
  };
}

function timeline(query: string, lane: LaneKind) {
  const filter = filterOf(query);
  return async ({ store }: Bench) => {
    forgetAnswers(store, NOTHING);
    await getTimeline(store, READER, { filter, lane, window: null });
  };
}

function map(query: string) {
  const filter = filterOf(query);
  return async ({ store }: Bench) => {
    forgetAnswers(store, NOTHING);
    await getProvinceMap(store, READER, filter);
  };
}

function overview(query: string) {
  const filter = filterOf(query);
  return async ({ store }: Bench) => {
    forgetAnswers(store, NOTHING);
    await getOverview(store, READER, { filter, by: null, today: "2026-07-01" });
  };
}

/** Somebody who looks at one map or timeline after the other. */
async function looking(bench: Bench, signal: AbortSignal): Promise<void> {
  const some = [map("from=2015-01-01"), timeline("", "province"), overview("province=CN-YN")];
  while (!signal.aborted)
    for (const look of some) {
      await look(bench);
      // Each is asked for over a network, where of few incidents an answer would let nobody else in.
      await setImmediate();
    }
}

async function exporting(bench: Bench, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await exportCsv(bench, filterOf(""), signal);
}

function forgetAnswers({ kept }: Bench["store"], keeps: RegExp): void {
  for (const key of kept.answers.keys()) if (!keeps.test(key)) kept.answers.delete(key);
  if (keeps === NOTHING) kept.searches.clear();
}
