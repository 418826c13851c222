import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SourceTable } from "../../components/source-table";
import { TableFilterForm } from "../../components/table-filter-form";
import { TableFrame } from "../../components/table-frame";
import { listSources } from "../../db/queries/list-sources";
import { may } from "../../domain/actor";
import { SOURCE_TABLE } from "../../domain/source-table";
import { tableLinks } from "../../domain/table-links";
import { isWordlessSearch } from "../../domain/table-params";
import { ACCESSES, RELIABILITIES, SOURCE_KINDS } from "../../domain/vocabulary";
import { readTableRequest } from "../_server/read-table-request";
import { currentReader } from "../_server/reader";
import type { PageSearchParams } from "../_server/search-params";

const PATH = "/sources";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

export default async function SourcesPage({ searchParams }: { searchParams: PageSearchParams }) {
  const [{ store, actor }, t] = await Promise.all([currentReader(), getTranslations()]);
  const { request, issues } = await readTableRequest(SOURCE_TABLE, PATH, searchParams);
  const { filter, sort, page } = request;
  const { rows, total } = await listSources(store, actor, request);
  const { sortHrefs, pager, clearHref } = tableLinks(SOURCE_TABLE, PATH, request, total);
  return (
    <TableFrame
      about={
        <>
          {t("sources.about")}{" "}
          {may(actor, "source.add") && (
            <Link href="/sources/new" prefetch={false}>
              {t("sources.add")}
            </Link>
          )}
        </>
      }
      empty={
        clearHref === null ? (
          t("sources.none")
        ) : (
          <>
            {t("sources.noMatch")} <Link href={clearHref}>{t("tables.clear")}</Link>
          </>
        )
      }
      filter={
        <TableFilterForm
          choices={[
            {
              name: "kind",
              label: t("sources.columns.kind"),
              options: SOURCE_KINDS.map((value) => ({
                value,
                label: t(`vocabulary.sourceKind.${value}`),
              })),
              selected: filter.kind,
            },
            {
              name: "reliability",
              label: t("sources.columns.reliability"),
              options: RELIABILITIES.map((value) => ({
                value,
                label: t(`vocabulary.reliability.${value}`),
              })),
              selected: filter.reliability,
            },
            {
              name: "access",
              label: t("sources.columns.access"),
              options: ACCESSES.map((value) => ({ value, label: t(`vocabulary.access.${value}`) })),
              selected: filter.access,
            },
          ]}
          clearHref={clearHref}
          key={JSON.stringify(request)}
          path={PATH}
          search={{ label: t("sources.search"), value: filter.q ?? "" }}
          size={page.size}
          sort={sort}
          sortOptions={SOURCE_TABLE.sortKeys.map((value) => ({
            value,
            label: t(`sources.columns.${value}`),
          }))}
        />
      }
      heading={t("sources.heading", { count: total })}
      issues={issues}
      page={page.page}
      pager={pager}
      rowCount={rows.length}
      table={<SourceTable rows={rows} sort={sort} sortHrefs={sortHrefs} />}
      wordless={isWordlessSearch(request) ? filter.q : null}
    />
  );
}
