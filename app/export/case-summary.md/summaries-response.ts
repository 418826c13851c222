import { exportCases } from "../../../db/queries/export-cases";
import { isFullExport } from "../../../db/queries/is-full-export";
import type { Store } from "../../../db/store";
import { type Actor, authorise } from "../../../domain/actor";
import {
  caseSummaryMarkdown,
  summaryHeadMarkdown,
} from "../../../domain/case-summary/case-summary-markdown";
import { describeIncidentCount } from "../../../domain/describe-incident-filter";
import { formatDay } from "../../../domain/format-day";
import { serializeIncidentRequest } from "../../../domain/incident-request";
import { caseSummaryOf, type SummaryWords } from "../../_server/case-summary-of";
import { exportedIncidents } from "../../_server/exported-incidents";
import { issuesResponse } from "../../_server/issues-response";
import type { KeptAccess } from "../../_server/keep-access";
import { readIncidentRequest } from "../../_server/read-incident-request";
import { textStream } from "../../_server/text-stream";

type Options = SummaryWords & {
  withBody: boolean;
  /** Called once before anything is sent. */
  keep: (access: KeptAccess) => Promise<void>;
  /** The answer where it would be a full export; null where that may be given. */
  refusalOfAll: Response | null;
};

/**
 * The summaries of all incidents of an address of the list as one file of CommonMark, in the list's order; page and
 * size are checked and ignored. An address with a mistake is refused whole.
 */
export async function summariesResponse(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
  { withBody, keep, refusalOfAll, ...words }: Options,
): Promise<Response> {
  const { say, locale, now } = words;
  const { request, names, issues } = await readIncidentRequest(store, actor, params);
  if (issues.length > 0) return issuesResponse(issues, say);
  const { filter } = request;
  if (refusalOfAll && (await isFullExport(store, actor, filter))) return refusalOfAll;
  const today = new Date(now).toISOString().slice(0, 10);
  const headers = {
    "content-type": "text/markdown; charset=utf-8",
    "content-disposition": `attachment; filename="case-summaries-${today}.md"`,
    "cache-control": "no-store",
  };
  if (!withBody) return new Response(null, { headers });

  authorise(actor, "incident.export");
  await keep(exportedIncidents(serializeIncidentRequest(request).toString()));
  const { total, cases, stop } = await exportCases(store, actor, request);
  const head = summaryHeadMarkdown({
    title: say("caseSummary.titleMany"),
    filter: say("caseSummary.filter", {
      filter: describeIncidentCount(total, filter, { names, locale, say }),
    }),
    made: say("caseSummary.made", { day: formatDay(today, locale, say) }),
    guide: say("caseSummary.guide"),
  });
  const next = async () => {
    const { value: view } = await cases.next();
    if (!view) return null;
    return `\n${caseSummaryMarkdown(caseSummaryOf(view, store.profile, words), say)}`;
  };
  // Before the first byte is sent, so that what fails at once is still a real error.
  const first = await next();
  return new Response(
    textStream(`${head}${first ?? ""}`, first === null ? null : next, async () => {
      await cases.return();
      await stop();
    }),
    { headers },
  );
}
