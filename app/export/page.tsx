import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportList } from "../../components/export-list";
import { FilterBar } from "../../components/filter-bar";
import { NothingFound } from "../../components/nothing-found";
import { Notice } from "../../components/ui/notice";
import { PageSection } from "../../components/ui/page-section";
import { countTables } from "../../db/queries/count-tables";
import {
  describeIncidentCount,
  describeIncidentFilter,
} from "../../domain/describe-incident-filter";
import type { IncidentFilter } from "../../domain/incident-filter";
import { tableNamed } from "../../domain/tables/data-tables";
import { everything } from "../../domain/takes-everything";
import { filterFrame } from "../_server/filter-frame";
import { pageFilter } from "../_server/page-filter";
import { readIncidentRequest } from "../_server/read-incident-request";
import { currentReader } from "../_server/reader";
import { type PageSearchParams, toSearchParams } from "../_server/search-params";
import { filteredAddress } from "../incidents/addresses";
import { tidyQuery } from "../incidents/tidy-query";
import { EXPORT_CHOICES, type ExportChoice, FORMAT_SECTIONS } from "./formats";

type Props = { searchParams: PageSearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { request, say, words } = await pageFilter(searchParams, readIncidentRequest);
  return {
    title: say("exports.titleOf", { sentence: describeIncidentFilter(request.filter, words) }),
  };
}

/** What there is to take away of what a filter finds, and what each file is for. */
export default async function ExportPage({ searchParams }: Props) {
  const [{ store, actor }, t, locale] = await Promise.all([
    currentReader(),
    getTranslations(),
    getLocale(),
  ]);
  const params = toSearchParams(await searchParams);
  const tidy = await tidyQuery(store, actor, params);
  if (tidy !== null) redirect(`/export?${tidy}`);

  const { request, names, issues } = await readIncidentRequest(store, actor, params);
  const { filter } = request;
  const counts = await countTables(store, actor, filter);
  const words = { names, locale, say: t };
  const isEmpty = counts.incidents === 0;
  const { bar, loosened } = await filterFrame(
    store,
    actor,
    { filter, names, issues },
    { words, hrefOf: (other) => filteredAddress("/export", other), isEmpty },
  );
  const isInternal = store.profile === "internal";
  const itemOf = ({ id, table, path, more, section }: ExportChoice) => ({
    id,
    name: table ? tableNamed(table).title : t(`exports.formats.${id}.name`),
    purpose: table ? tableNamed(table).says : t(`exports.formats.${id}.for`),
    holds: holdsOf(table, section),
    href: filteredAddress(path, filter, more),
  });
  const holdsOf = (table: ExportChoice["table"], section: ExportChoice["section"]) => {
    const rows = table && counts.rows[table];
    if (rows !== undefined) return t("exports.rows", { count: rows });
    // How many sources or places they reach is known when they are given out.
    return table || section === "citing" ? "" : t("exports.incidents", { count: counts.incidents });
  };

  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {t("exports.heading", {
              sentence: describeIncidentCount(counts.incidents, filter, words),
            })}
          </h1>
          <p className="muted mt-1 max-w-4xl">{t("exports.about")}</p>
        </div>
        <div className="page-actions no-print">
          <Link className="btn" href={filteredAddress("/incidents", filter)} prefetch={false}>
            {t("exports.asList")}
          </Link>
          <Link className="btn" href="/codebook" prefetch={false}>
            {t("exports.codebook")}
          </Link>
        </div>
      </div>
      <FilterBar {...bar} kept={[]} path="/export" />
      <Notice tone={isInternal ? "warn" : "plain"}>
        {t(`exports.${store.profile}`)}{" "}
        {actor.role !== "public" && `${t("exports.password")} ${t("exports.kept")}`}
      </Notice>
      {issues.length > 0 && <p className="card empty mt-3">{t("exports.invalid")}</p>}
      {issues.length === 0 && isEmpty && <NothingFound actor={actor} parts={loosened} />}
      {issues.length === 0 &&
        !isEmpty &&
        FORMAT_SECTIONS.map((section) => (
          <PageSection id={section} key={section} title={t(`exports.sections.${section}`)}>
            {section === "tables" && <p className="muted mb-2.5">{t("exports.tablesText")}</p>}
            <ExportList
              items={EXPORT_CHOICES.filter(
                (choice) => choice.section === section && (isInternal || !choice.isInternal),
              ).map(itemOf)}
              label={t(`exports.sections.${section}`)}
            />
            {section === "whole" && isInternal && asksForNothing(filter) && (
              <p className="small mt-2.5">
                <a href={filteredAddress("/export/data-package.zip", everything())}>
                  {t("exports.whole")}
                </a>
              </p>
            )}
          </PageSection>
        ))}
    </>
  );
}

function asksForNothing(filter: IncidentFilter): boolean {
  return filteredAddress("", filter) === "";
}
