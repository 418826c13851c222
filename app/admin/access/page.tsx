import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccessList } from "../../../components/access-list";
import { TableFilterForm } from "../../../components/table-filter-form";
import { TableFrame } from "../../../components/table-frame";
import { getAccountNames } from "../../../db/queries/get-account-names";
import { listAccess } from "../../../db/queries/list-access";
import { listAccessActors } from "../../../db/queries/list-access-actors";
import { ACCESS_ACTIONS } from "../../../domain/access";
import { ACCESS_TABLE } from "../../../domain/access-table";
import { logContradictions } from "../../../domain/log-table";
import { tableLinks } from "../../../domain/table-links";
import { refuseUnknownCodes } from "../../../domain/table-params";
import { readTableRequest } from "../../_server/read-table-request";
import type { PageSearchParams } from "../../_server/search-params";
import { pageActor } from "../../_server/session";
import { getStore } from "../../_server/store";

const PATH = "/admin/access";
const ENTRIES = ["reference", "from", "to"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("title") };
}

export default async function AccessPage({ searchParams }: { searchParams: PageSearchParams }) {
  const [store, actor, t] = await Promise.all([
    getStore(),
    pageActor("access.read"),
    getTranslations(),
  ]);
  const asked = await readTableRequest(ACCESS_TABLE, PATH, searchParams);
  const actors = await listAccessActors(store, actor);
  const { request, issues } = refuseUnknownCodes(
    asked.request,
    "who",
    new Set(actors),
    "filter.unknown_reader",
  );
  const { filter, invalid, sort, page } = request;
  const { rows, total } = await listAccess(store, actor, request);
  const people = await getAccountNames(store, actor, [
    ...actors,
    ...rows.filter(({ entity }) => entity === "account").map(({ entityId }) => entityId),
  ]);
  const { sortHrefs, pager, clearHref } = tableLinks(ACCESS_TABLE, PATH, request, total);
  return (
    <TableFrame
      about={t("access.about")}
      empty={
        clearHref === null ? (
          t("access.none")
        ) : (
          <>
            {t("access.noMatch")} <Link href={clearHref}>{t("tables.clear")}</Link>
          </>
        )
      }
      filter={
        <TableFilterForm
          choices={[
            {
              name: "who",
              label: t("history.who"),
              options: actors.map((value) => ({ value, label: people[value] ?? value })),
              selected: filter.who,
            },
            {
              name: "action",
              label: t("history.action"),
              options: ACCESS_ACTIONS.map((value) => ({
                value,
                label: t(`access.action.${value}`),
              })),
              selected: filter.action,
            },
          ]}
          clearHref={clearHref}
          entries={ENTRIES.map((name) => ({
            name,
            label: t(`history.${name}`),
            // A mistake is shown where it was typed.
            value: filter[name] ?? invalid.find((bad) => bad.name === name)?.value ?? "",
            example: t(`history.example.${name}`),
          }))}
          key={JSON.stringify(request)}
          path={PATH}
          size={page.size}
          sort={sort}
          sortOptions={[{ value: "at", label: t("history.time") }]}
        />
      }
      heading={t("access.heading", { count: total })}
      issues={[...asked.issues, ...issues, ...logContradictions(request)]}
      page={page.page}
      pager={pager}
      rowCount={rows.length}
      table={
        <>
          <p className="small no-print mb-2">
            <Link href={sortHrefs.at} prefetch={false}>
              {t(sort.descending ? "history.oldestFirst" : "history.newestFirst")}
            </Link>
          </p>
          <AccessList accesses={rows} people={people} />
        </>
      }
      wordless={null}
    />
  );
}
