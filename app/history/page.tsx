import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LogFrame } from "../../components/log-frame";
import { LogList } from "../../components/log-list";
import { getAccountNames } from "../../db/queries/get-account-names";
import { listLog } from "../../db/queries/list-log";
import { listLogActors } from "../../db/queries/list-log-actors";
import { LOG_TABLE } from "../../domain/log-table";
import { REVISION_ACTIONS, REVISION_ENTITIES } from "../../domain/revision";
import { tableLinks } from "../../domain/table-links";
import { refuseUnknownCodes } from "../../domain/table-params";
import { readTableRequest } from "../_server/read-table-request";
import type { PageSearchParams } from "../_server/search-params";
import { pageActor } from "../_server/session";
import { getStore } from "../_server/store";
import { logNames } from "./log-names";

const PATH = "/history";

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
  const { rows, total } = await listLog(store, actor, request);
  const accounts = rows.flatMap(({ entity, entityId }) => (entity === "account" ? [entityId] : []));
  const people = await getAccountNames(store, actor, [...actors, ...accounts]);
  const names = await logNames(store, actor, rows, locale, t);
  return (
    <LogFrame
      actors={actors}
      choices={[
        {
          name: "action",
          label: t("history.action"),
          options: REVISION_ACTIONS.map((value) => ({
            value,
            label: t(`incident.history.action.${value}`),
          })),
          selected: request.filter.action,
        },
        {
          name: "entity",
          label: t("history.of"),
          options: REVISION_ENTITIES.map((value) => ({
            value,
            label: t(`history.entity.${value}`),
          })),
          selected: request.filter.entity,
        },
      ]}
      issues={[...asked.issues, ...issues]}
      links={tableLinks(LOG_TABLE, PATH, request, total)}
      messages="history"
      path={PATH}
      people={people}
      request={request}
      rowCount={rows.length}
      sortKey="entry"
    >
      <LogList
        entries={rows.map((row, index) => ({ row, names: names[index]! }))}
        people={people}
      />
    </LogFrame>
  );
}
