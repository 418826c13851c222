import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessList } from "../../../components/access-list";
import { LogFrame } from "../../../components/log-frame";
import { getAccountNames } from "../../../db/queries/get-account-names";
import { listAccess } from "../../../db/queries/list-access";
import { listAccessActors } from "../../../db/queries/list-access-actors";
import { ACCESS_ACTIONS } from "../../../domain/access";
import { ACCESS_TABLE } from "../../../domain/access-table";
import { tableLinks } from "../../../domain/table-links";
import { refuseUnknownCodes } from "../../../domain/table-params";
import { readTableRequest } from "../../_server/read-table-request";
import type { PageSearchParams } from "../../_server/search-params";
import { pageActor } from "../../_server/session";
import { getStore } from "../../_server/store";

const PATH = "/admin/access";

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
  const { rows, total } = await listAccess(store, actor, request);
  const accounts = rows.flatMap(({ entity, entityId }) => (entity === "account" ? [entityId] : []));
  const people = await getAccountNames(store, actor, [...actors, ...accounts]);
  return (
    <LogFrame
      actors={actors}
      choices={[
        {
          name: "action",
          label: t("history.action"),
          options: ACCESS_ACTIONS.map((value) => ({ value, label: t(`access.action.${value}`) })),
          selected: request.filter.action,
        },
      ]}
      issues={[...asked.issues, ...issues]}
      links={tableLinks(ACCESS_TABLE, PATH, request, total)}
      messages="access"
      path={PATH}
      people={people}
      request={request}
      rowCount={rows.length}
      sortKey="at"
    >
      <AccessList accesses={rows} people={people} />
    </LogFrame>
  );
}
