import { isFullExport } from "../../db/queries/is-full-export";
import type { Store } from "../../db/store";
import { type Actor, authorise } from "../../domain/actor";
import type { FilterNames } from "../../domain/filter-names";
import { type IncidentRequest, serializeIncidentRequest } from "../../domain/incident-request";
import type { Say } from "../../domain/say";
import { exportHeaders, type FileEnding } from "../_server/export-headers";
import { exportedIncidents } from "../_server/exported-incidents";
import { issuesResponse } from "../_server/issues-response";
import type { KeptAccess } from "../_server/keep-access";
import { readIncidentRequest } from "../_server/read-incident-request";
import { textStream } from "../_server/text-stream";

/**
 * What an export is written with. `names`: of what the filter asks for by code; `now`: milliseconds since 1970;
 * `today`: the calendar day, UTC; `query`: the filter as an address writes it.
 */
export type ExportContext = {
  names: FilterNames;
  say: Say;
  now: number;
  today: string;
  query: string;
};

/** A file of what a filter finds. `ending`: of its name, after the day; `text`: all of it, or its bytes, a piece at a time. */
export type ExportFile = {
  /** Only who may log incidents gets it; to all others it is not there. */
  isInternal?: boolean;
  name: string;
  ending: FileEnding;
  text: (
    store: Store,
    actor: Actor,
    request: IncidentRequest,
    context: ExportContext,
  ) => AsyncGenerator<string | Uint8Array, void, undefined>;
};

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
 * All that an address of the list finds, as a file, by the rules of the CSV: page, size and columns are checked and
 * ignored, an address with a mistake is refused whole.
 */
export async function exportResponse(
  file: ExportFile,
  store: Store,
  actor: Actor,
  params: URLSearchParams,
  { say, now, withBody, keep, refusalOfAll }: Options,
): Promise<Response> {
  const { request, names, issues } = await readIncidentRequest(store, actor, params);
  if (issues.length > 0) return issuesResponse(issues, say);
  if (file.isInternal && store.profile !== "internal") return new Response(null, { status: 404 });
  if (refusalOfAll && (await isFullExport(store, actor, request.filter))) return refusalOfAll;

  const today = new Date(now).toISOString().slice(0, 10);
  const headers = exportHeaders(file.name, file.ending, today);
  if (!withBody) return new Response(null, { headers });

  authorise(actor, "incident.export");
  const query = serializeIncidentRequest(request).toString();
  await keep(exportedIncidents(query));
  const pieces = file.text(store, actor, request, { names, say, now, today, query });
  const next = async () => (await pieces.next()).value ?? null;
  // Before the first byte is sent, so that what fails at once is still a real error.
  const first = await next();
  return new Response(
    textStream(first ?? "", first === null ? null : next, () => pieces.return()),
    { headers },
  );
}
