import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseSummaryHead, CaseSummaryText } from "../../../../components/case-summary";
import { PrintButton } from "../../../../components/print-button";
import { formatDay } from "../../../../domain/format-day";
import { caseSummaryOf } from "../../../_server/case-summary-of";
import { loadIncident, loadIncidentFrom } from "../load-incident";
import "../../../export/case-summary/case-summary.css";

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await loadIncident((await params).ref, "/summary");
  return { title: (await getTranslations("caseSummary"))("title", { ref }) };
}

/** One incident to be printed and handed on. */
export default async function SummaryPage({ params }: Props) {
  const { view, store } = await loadIncidentFrom((await params).ref, "/summary");
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const words = { say: t, locale, now, base: process.env.PUBLIC_ADDRESS ?? "" };
  const path = `/incidents/${view.ref}`;
  return (
    <>
      <p className="no-print mb-3 flex flex-wrap items-center gap-2">
        <Link className="btn" href={path} prefetch={false}>
          {t("caseSummary.back")}
        </Link>
        <PrintButton label={t("incident.actions.print")} />
        <a className="btn" href={`${path}/summary.md`}>
          {t("caseSummary.markdown")}
        </a>
      </p>
      <CaseSummaryText
        head={
          <CaseSummaryHead
            filter=""
            guide={t("caseSummary.guide")}
            made={t("caseSummary.made", { day: formatDay(today, locale, t) })}
            title={t("caseSummary.title", { ref: view.ref })}
          />
        }
        summary={caseSummaryOf(view, store.profile, words)}
      />
    </>
  );
}
