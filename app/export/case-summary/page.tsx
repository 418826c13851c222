import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import {
  CaseSummaryContents,
  CaseSummaryHead,
  CaseSummaryText,
} from "../../../components/case-summary";
import { PrintButton } from "../../../components/print-button";
import { IssuesNotice, Notice } from "../../../components/ui/notice";
import { countIncidents } from "../../../db/queries/count-incidents";
import { exportCases } from "../../../db/queries/export-cases";
import { isFullExport } from "../../../db/queries/is-full-export";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import { describeIncidentCount } from "../../../domain/describe-incident-filter";
import { formatDay } from "../../../domain/format-day";
import { type IncidentRequest, serializeIncidentRequest } from "../../../domain/incident-request";
import type { IncidentView } from "../../../domain/incident-view";
import { caseSummaryOf } from "../../_server/case-summary-of";
import { keepAccess } from "../../_server/keep-access";
import { readIncidentRequest } from "../../_server/read-incident-request";
import { currentReader } from "../../_server/reader";
import { type PageSearchParams, toSearchParams } from "../../_server/search-params";
import { confirmOnPage, pageActor } from "../../_server/session";
import { filteredAddress } from "../../incidents/addresses";
import "./case-summary.css";

/** So many are read on one page; more than that is for a file. */
const MAX_CASES = 50;

type Props = { searchParams: PageSearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("caseSummary"))("titleMany") };
}

/** The incidents of a filter to be printed and handed on, each on a page of its own. */
export default async function CaseSummariesPage({ searchParams }: Props) {
  await pageActor("incident.export");
  const [{ store, actor }, t, locale] = await Promise.all([
    currentReader(),
    getTranslations(),
    getLocale(),
  ]);
  const params = toSearchParams(await searchParams);
  const { request, names, issues } = await readIncidentRequest(store, actor, params);
  const { filter } = request;
  const [count = 0] = await countIncidents(store, actor, [filter]);
  const isShown = issues.length === 0 && count <= MAX_CASES;
  const cases = isShown && count > 0 ? await takeCases(store, actor, request) : [];
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const words = { say: t, locale, now, base: process.env.PUBLIC_ADDRESS ?? "" };
  const summaries = cases.map((view) => caseSummaryOf(view, store.profile, words));
  return (
    <>
      <p className="no-print mb-3 flex flex-wrap items-center gap-2">
        <a className="btn" href={filteredAddress("/incidents", filter)}>
          {t("caseSummary.narrow")}
        </a>
        {cases.length > 0 && <PrintButton label={t("incident.actions.print")} />}
        {issues.length === 0 && count > 0 && (
          <a className="btn" href={filteredAddress("/export/case-summary.md", filter)}>
            {t("caseSummary.allAsMarkdown")}
          </a>
        )}
      </p>
      <CaseSummaryHead
        filter={
          issues.length > 0
            ? ""
            : t("caseSummary.filter", {
                filter: describeIncidentCount(count, filter, { names, locale, say: t }),
              })
        }
        guide={t("caseSummary.guide")}
        made={t("caseSummary.made", { day: formatDay(today, locale, t) })}
        title={t("caseSummary.titleMany")}
      />
      <IssuesNotice issues={issues} />
      {issues.length === 0 && count > MAX_CASES && (
        <div className="mt-3">
          <Notice tone="warn">{t("caseSummary.tooMany", { count, max: MAX_CASES })}</Notice>
        </div>
      )}
      {summaries.length > 1 && <CaseSummaryContents summaries={summaries} />}
      {summaries.map((summary) => (
        <CaseSummaryText key={summary.ref} summary={summary} />
      ))}
    </>
  );
}

/** Reads them as an export is read: kept in the log of access, and with the password given once more where it is all. */
async function takeCases(
  store: Store,
  actor: Actor,
  request: IncidentRequest,
): Promise<IncidentView[]> {
  if (await isFullExport(store, actor, request.filter)) await confirmOnPage();
  const detail = serializeIncidentRequest(request).toString();
  await keepAccess(actor, { action: "export", entity: "incidents", entityId: "", detail });
  const { cases, close } = await exportCases(store, actor, request);
  try {
    const views: IncidentView[] = [];
    for await (const view of cases) views.push(view);
    return views;
  } finally {
    await close();
  }
}
