import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { csvLines } from "../../adapters/csv-writer";
import { getTimeline } from "../../db/queries/get-timeline";
import { isFullExport } from "../../db/queries/is-full-export";
import { withDates } from "../../domain/asked-days";
import { parseBom } from "../../domain/csv-bom";
import { serializeIncidentFilter } from "../../domain/incident-filter";
import { timelineRecords } from "../../domain/timeline-csv";
import { laneName } from "../../domain/timeline-words";
import { exportHeaders } from "../_server/export-headers";
import { exportedIncidents } from "../_server/exported-incidents";
import { issuesResponse } from "../_server/issues-response";
import { keepAccess } from "../_server/keep-access";
import { readTimelineRequest } from "../_server/read-timeline-request";
import { readerFor } from "../_server/reader";
import { dataAsker } from "../_server/session";

/** The numbers behind a timeline, or the incidents where it draws them one by one. */
export function GET(request: NextRequest) {
  return respond(request, true);
}

/** Without a body, and so without an export to keep. */
export function HEAD(request: NextRequest) {
  return respond(request, false);
}

async function respond(request: NextRequest, withBody: boolean): Promise<Response> {
  const asker = await dataAsker("incident.export");
  if (asker instanceof Response) return asker;
  const [{ store, actor }, say] = await Promise.all([readerFor(asker.actor), getTranslations()]);
  const params = request.nextUrl.searchParams;
  const { request: asked, issues } = await readTimelineRequest(store, actor, params);
  const { bom, issues: ofBom } = parseBom(params);
  if (issues.length + ofBom.length > 0) return issuesResponse([...issues, ...ofBom], say);

  const today = new Date().toISOString().slice(0, 10);
  const headers = exportHeaders("timeline", "csv", today);
  // What a drawing leaves out would be missed here.
  const timeline = await getTimeline(store, actor, { ...asked, isComplete: true });
  const { unit, window } = timeline;
  // Counts by period are no export of incidents; bars are.
  if (unit === null && window !== null) {
    const taken =
      timeline.asked === null
        ? withDates(asked.filter, { ...window, dates: "possible" })
        : asked.filter;
    if (asker.refusalOfAll && (await isFullExport(store, actor, taken))) return asker.refusalOfAll;
    if (withBody)
      await keepAccess(actor, exportedIncidents(serializeIncidentFilter(taken).toString()));
  }
  if (!withBody) return new Response(null, { headers });
  const lines = csvLines(timelineRecords(timeline, (lane) => laneName(lane, say)));
  return new Response(`${bom ? "\uFEFF" : ""}${lines}`, { headers });
}
