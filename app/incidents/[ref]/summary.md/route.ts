import { getLocale, getTranslations } from "next-intl/server";
import { getIncident } from "../../../../db/queries/get-incident";
import {
  caseSummaryMarkdown,
  summaryHeadMarkdown,
} from "../../../../domain/case-summary/case-summary-markdown";
import { formatDay } from "../../../../domain/format-day";
import { readReference } from "../../../../domain/reference";
import { caseSummaryOf } from "../../../_server/case-summary-of";
import { keepAccess } from "../../../_server/keep-access";
import { readFirst } from "../../../_server/reader";
import { dataAsker } from "../../../_server/session";

type Context = { params: Promise<{ ref: string }> };

/** The summary of one incident as a file of CommonMark; where it was merged, of the one it lives on in. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asker = await dataAsker("incident.export");
  if (asker instanceof Response) return asker;
  const { actor } = asker;
  const [say, locale] = await Promise.all([getTranslations(), getLocale()]);
  const ref = readReference("INC", (await params).ref);
  const read = ref && (await readFirst(actor, (store) => getIncident(store, actor, ref)));
  if (!read) return new Response(null, { status: 404 });
  const { found: view, store } = read;
  if (view.mergedInto !== null) {
    const headers = { location: `/incidents/${view.mergedInto}/summary.md` };
    return new Response(null, { status: 303, headers });
  }
  await keepAccess(actor, { action: "export", entity: "incident", entityId: view.ref, detail: "" });
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const words = { say, locale, now, base: process.env.PUBLIC_ADDRESS ?? "" };
  const head = summaryHeadMarkdown({
    title: say("caseSummary.title", { ref: view.ref }),
    filter: "",
    made: say("caseSummary.made", { day: formatDay(today, locale, say) }),
    guide: say("caseSummary.guide"),
  });
  const text = `${head}\n${caseSummaryMarkdown(caseSummaryOf(view, store.profile, words), say)}`;
  return new Response(text, {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="${view.ref}.md"`,
      "cache-control": "no-store",
    },
  });
}
