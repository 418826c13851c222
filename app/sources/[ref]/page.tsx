import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Pager } from "../../../components/pager";
import { SourceClaims } from "../../../components/source-claims";
import { SourceFacts } from "../../../components/source-facts";
import { DateText } from "../../../components/ui/date-text";
import { IncidentTitle } from "../../../components/ui/incident-title";
import { IssuesNotice, Notice } from "../../../components/ui/notice";
import { SourceName } from "../../../components/ui/source-name";
import { getSource } from "../../../db/queries/get-source";
import { may } from "../../../domain/actor";
import { FIRST_PAGE, type IncidentPage, parseIncidentPage } from "../../../domain/incident-page";
import { pageHref, pagerLinks } from "../../../domain/pager-links";
import { readReference } from "../../../domain/reference";
import { currentReader } from "../../_server/reader";
import { type PageSearchParams, toSearchParams } from "../../_server/search-params";
import { recordReading } from "../record-reading";

type Props = { params: Promise<{ ref: string }>; searchParams: PageSearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await params;
  const source = await readSource(ref, FIRST_PAGE.page, FIRST_PAGE.size);
  return { title: source?.ref };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { page, issues } = parseIncidentPage(toSearchParams(await searchParams));
  const [source, { actor }, t] = await Promise.all([
    readSource(ref, page.page, page.size),
    currentReader(),
    getTranslations(),
  ]);
  if (source === null) notFound();
  await recordReading(source);
  const { incidents } = source;
  const path = `/sources/${source.ref}`;
  const pager = pagerLinks(page, incidents.total, (other) => pageHref(path, other));
  return (
    <>
      <nav aria-label={t("sources.breadcrumb")} className="breadcrumb">
        <Link href="/sources">{t("sources.title")}</Link> › {source.ref}
      </nav>
      <div className="page-head">
        <h1>
          <SourceName source={source} />
        </h1>
        {may(actor, "source.revise") && (
          <div className="page-actions no-print">
            <Link className="btn" href={`${path}/edit`}>
              {t("common.edit")}
            </Link>
          </div>
        )}
      </div>
      <div className="card card-body mt-3.5">
        <SourceFacts source={source} />
      </div>
      <h2>{t("sources.claims.heading", { claims: source.claims, incidents: incidents.total })}</h2>
      <IssuesNotice issues={issues} />
      {incidents.total === 0 && <p className="muted">{t("sources.claims.none")}</p>}
      {incidents.total > 0 && incidents.rows.length === 0 && (
        <Notice tone="warn">
          {t("tables.behind", { page: page.page })}{" "}
          {pager.hrefs.previous && <Link href={pager.hrefs.previous}>{t("tables.toLast")}</Link>}
        </Notice>
      )}
      {incidents.rows.map((row) => (
        <section className="card card-body mb-3" key={row.ref}>
          <div className="section-head mt-0!">
            <h3>
              <Link href={`/incidents/${row.ref}`} prefetch={false}>
                {row.ref}
              </Link>{" "}
              <IncidentTitle reviewStatus={row.reviewStatus} title={row.title} />
            </h3>
            <span className="muted">
              <DateText date={row.headline.date} />
            </span>
          </div>
          <SourceClaims claims={row.claims} language={source.language} />
        </section>
      ))}
      {incidents.rows.length > 0 && <Pager {...pager} />}
    </>
  );
}

/** Once a request, for the title and the page alike; `cache` compares single values. */
const readSource = cache(async (typed: string, page: number, size: IncidentPage["size"]) => {
  const ref = readReference("SRC", typed);
  if (ref === null) return null;
  const { store, actor } = await currentReader();
  return getSource(store, actor, { ref, page: { page, size } });
});
