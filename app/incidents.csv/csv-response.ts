import { csvLines } from "../../adapters/csv-writer";
import { exportIncidents } from "../../db/queries/export-incidents";
import { isFullExport } from "../../db/queries/is-full-export";
import type { Store } from "../../db/store";
import { type Actor, authorise } from "../../domain/actor";
import { parseBom } from "../../domain/csv-bom";
import { chosenCsvColumns } from "../../domain/incident-columns";
import { csvRecord } from "../../domain/incident-csv-columns";
import { serializeIncidentRequest } from "../../domain/incident-request";
import type { Say } from "../../domain/say";
import { exportHeaders } from "../_server/export-headers";
import { exportedIncidents } from "../_server/exported-incidents";
import { issuesResponse } from "../_server/issues-response";
import type { KeptAccess } from "../_server/keep-access";
import { readIncidentRequest } from "../_server/read-incident-request";
import { textStream } from "../_server/text-stream";

type Options = {
  say: Say;
  now: number;
  withBody: boolean;
  /** Called once before anything is sent. */
  keep: (access: KeptAccess) => Promise<void>;
  /** The answer where it would be a full export; null where that may be given. */
  refusalOfAll: Response | null;
};

/**
 * All incidents of an address of the list as a CSV file, in the list's order; page and size are checked and ignored.
 * An address with a mistake is refused whole, since half an answer would pass for a whole one.
 */
export async function csvResponse(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
  { say, now, withBody, keep, refusalOfAll }: Options,
): Promise<Response> {
  const { request, issues } = await readIncidentRequest(store, actor, params);
  const { bom, issues: ofBom } = parseBom(params);
  if (issues.length + ofBom.length > 0) return issuesResponse([...issues, ...ofBom], say);

  if (refusalOfAll && (await isFullExport(store, actor, request.filter))) return refusalOfAll;

  const today = new Date(now).toISOString().slice(0, 10);
  const headers = exportHeaders("incidents", "csv", today);
  if (!withBody) return new Response(null, { headers });

  authorise(actor, "incident.export");
  await keep(exportedIncidents(serializeIncidentRequest(request).toString()));
  const columns = chosenCsvColumns(request.columns);
  const batches = exportIncidents(store, actor, request);
  const lines = async () => {
    const { value: rows } = await batches.next();
    return rows ? csvLines(rows.map((row) => csvRecord(row, columns, { say, today }))) : null;
  };
  // Before the first byte is sent, so that what fails at once is still a real error.
  const first = await lines();
  const heading = `${bom ? "\uFEFF" : ""}${csvLines([columns])}${first ?? ""}`;
  return new Response(
    textStream(heading, first === null ? null : lines, () => batches.return()),
    {
      headers,
    },
  );
}
