import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { GroupTable } from "../../components/group-table";
import { TableFilterForm } from "../../components/table-filter-form";
import { TableFrame } from "../../components/table-frame";
import { listCountries } from "../../db/queries/list-countries";
import { listGroups } from "../../db/queries/list-groups";
import { GROUP_TABLE } from "../../domain/group-table";
import { tableLinks } from "../../domain/table-links";
import { isWordlessSearch, refuseUnknownCodes } from "../../domain/table-params";
import { ROLES, STATUSES } from "../../domain/vocabulary";
import { readTableRequest } from "../_server/read-table-request";
import { currentReader } from "../_server/reader";
import type { PageSearchParams } from "../_server/search-params";

const PATH = "/groups";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") };
}

export default async function GroupsPage({ searchParams }: { searchParams: PageSearchParams }) {
  const [{ store, actor }, t] = await Promise.all([currentReader(), getTranslations()]);
  const asked = await readTableRequest(GROUP_TABLE, PATH, searchParams);
  const countries = await listCountries(store, actor);
  const { request, issues } = refuseUnknownCodes(
    asked.request,
    "nationality",
    new Set(countries.map(({ id }) => id)),
    "filter.unknown_country",
  );
  const { filter, sort, page } = request;
  const { rows, total } = await listGroups(store, actor, request);
  const { sortHrefs, pager, clearHref } = tableLinks(GROUP_TABLE, PATH, request, total);
  return (
    <TableFrame
      about={t("groups.about")}
      empty={
        clearHref === null ? (
          t("groups.none")
        ) : (
          <>
            {t("groups.noMatch")} <Link href={clearHref}>{t("tables.clear")}</Link>
          </>
        )
      }
      filter={
        <TableFilterForm
          choices={[
            {
              name: "role",
              label: t("groups.columns.role"),
              options: ROLES.map((value) => ({ value, label: t(`vocabulary.role.${value}`) })),
              selected: filter.role,
            },
            {
              name: "nationality",
              label: t("groups.columns.nationality"),
              options: countries
                .filter(({ id, ofPeople }) => ofPeople || filter.nationality.includes(id))
                .map(({ id, name }) => ({ value: id, label: name })),
              selected: filter.nationality,
            },
            {
              name: "status",
              label: t("groups.columns.status"),
              options: STATUSES.map((value) => ({ value, label: t(`vocabulary.status.${value}`) })),
              selected: filter.status,
            },
          ]}
          clearHref={clearHref}
          key={JSON.stringify(request)}
          path={PATH}
          search={{ label: t("groups.search"), value: filter.q ?? "" }}
          size={page.size}
          sort={sort}
          sortOptions={GROUP_TABLE.sortKeys.map((value) => ({
            value,
            label: t(`groups.columns.${value}`),
          }))}
        />
      }
      heading={t("groups.heading", { count: total })}
      issues={[...asked.issues, ...issues]}
      page={page.page}
      pager={pager}
      rowCount={rows.length}
      table={<GroupTable rows={rows} sort={sort} sortHrefs={sortHrefs} />}
      wordless={isWordlessSearch(request) ? filter.q : null}
    />
  );
}
