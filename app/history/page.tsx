import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { LogList } from "../../components/log-list";
import { TableFilterForm } from "../../components/table-filter-form";
import { TableFrame } from "../../components/table-frame";
import { getAccountNames } from "../../db/queries/get-account-names";
import { listLog } from "../../db/queries/list-log";
import { listLogActors } from "../../db/queries/list-log-actors";
import { LOG_TABLE, logContradictions } from "../../domain/log-table";
import { REVISION_ACTIONS, REVISION_ENTITIES } from "../../domain/revision";
import { tableLinks } from "../../domain/table-links";
import { refuseUnknownCodes } from "../../domain/table-params";
import { readTableRequest } from "../_server/read-table-request";
import type { PageSearchParams } from "../_server/search-params";
import { pageActor } from "../_server/session";
import { getStore } from "../_server/store";
import { logNames } from "./log-names";

const PATH = "/history";
const ENTRIES = ["reference", "from", "to"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

export default async function LogPage({ searchParams }: { searchParams: PageSearchParams }) {
  const [store, actor, t, locale] = await Promise.all([
    getStore(),
    pageActor("log.read"),
    getTranslations(),
    getLocale(),
  ]);
  const asked = await readTableRequest(LOG_TABLE, PATH, searchParams);
  const actors = await listLogActors(store, actor);
  const { request, issues } = refuseUnknownCodes(
    asked.request,
    "who",
    new Set(actors),
    "filter.unknown_actor",
  );
  const { filter, invalid, sort, page } = request;
  const { rows, total } = await listLog(store, actor, request);
  const { sortHrefs, pager, clearHref } = tableLinks(LOG_TABLE, PATH, request, total);
  const accounts = rows.flatMap(({ entity, entityId }) => (entity === "account" ? [entityId] : []));
  const people = await getAccountNames(store, actor, [...actors, ...accounts]);
  const names = await logNames(store, actor, rows, locale, t);
  return (
    <TableFrame
      about={t("history.about")}
      empty={
        clearHref === null ? (
          t("history.none")
        ) : (
          <>
            {t("history.noMatch")} <Link href={clearHref}>{t("tables.clear")}</Link>
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
              options: REVISION_ACTIONS.map((value) => ({
                value,
                label: t(`incident.history.action.${value}`),
              })),
              selected: filter.action,
            },
            {
              name: "entity",
              label: t("history.of"),
              options: REVISION_ENTITIES.map((value) => ({
                value,
                label: t(`history.entity.${value}`),
              })),
              selected: filter.entity,
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
          sortOptions={[{ value: "entry", label: t("history.time") }]}
        />
      }
      heading={t("history.heading", { count: total })}
      issues={[...asked.issues, ...issues, ...logContradictions(request)]}
      page={page.page}
      pager={pager}
      rowCount={rows.length}
      table={
        <>
          <p className="small no-print mb-2">
            <Link href={sortHrefs.entry} prefetch={false}>
              {t(sort.descending ? "history.oldestFirst" : "history.newestFirst")}
            </Link>
          </p>
          <LogList
            entries={rows.map((row, index) => ({ row, names: names[index]! }))}
            people={people}
          />
        </>
      }
      wordless={null}
    />
  );
}
