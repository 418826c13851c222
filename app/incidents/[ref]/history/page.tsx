import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { RevisionList } from "../../../../components/revision-list";
import { IssuesNotice } from "../../../../components/ui/notice";
import { getAccountNames } from "../../../../db/queries/get-account-names";
import { listRevisions } from "../../../../db/queries/list-revisions";
import type { IncidentView } from "../../../../domain/incident-view";
import { parsePastMoment } from "../../../../domain/past-moment";
import { type PageSearchParams, toSearchParams } from "../../../_server/search-params";
import { pageActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { loadIncident } from "../load-incident";
import { revisionNames } from "../revision-names";
import { PastVersion } from "./past-version";

type Props = { params: Promise<{ ref: string }>; searchParams: PageSearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await loadIncident((await params).ref, "/history");
  return { title: (await getTranslations("incident.history"))("titleOf", { ref }) };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const view = await loadIncident((await params).ref, "/history");
  await pageActor("history.read");
  const asked = toSearchParams(await searchParams);
  const { moment, issues } = parsePastMoment(asked);
  const t = await getTranslations("incident.history");
  const path = `/incidents/${view.ref}/history`;
  return (
    <>
      <Breadcrumb history={moment !== null} incident={view.ref} />
      {moment !== null ? (
        <PastVersion moment={moment} view={view} />
      ) : (
        <>
          <h1 className="mb-4">
            {t("titleOf", { ref: view.ref })}
            <span className="muted block text-sm font-normal">{view.document.title}</span>
          </h1>
          <div className="mb-4 grid gap-2.5">
            <IssuesNotice issues={issues} />
            <Form action={path} className="no-print flex flex-wrap items-end gap-2">
              <label className="field">
                <span className="field-label">{t("asOf")}</span>
                <input
                  aria-describedby="as-of-hint"
                  className="input"
                  defaultValue={asked.get("at") ?? ""}
                  name="at"
                />
              </label>
              <button className="btn" type="submit">
                {t("asOfShow")}
              </button>
              <span className="field-hint w-full" id="as-of-hint">
                {t("asOfHint")}
              </span>
            </Form>
          </div>
          <AllVersions path={path} view={view} />
        </>
      )}
    </>
  );
}

/** `history`: whether the page lies below the history. */
async function Breadcrumb({ incident, history }: { incident: string; history: boolean }) {
  const t = await getTranslations();
  return (
    <nav aria-label={t("incident.breadcrumb")} className="breadcrumb">
      <Link href="/incidents">{t("incidents.title")}</Link> /{" "}
      <Link href={`/incidents/${incident}`}>{incident}</Link>
      {history && (
        <>
          {" "}
          / <Link href={`/incidents/${incident}/history`}>{t("incident.history.title")}</Link>
        </>
      )}
    </nav>
  );
}

async function AllVersions({ view, path }: { view: IncidentView; path: string }) {
  const [store, actor, t, locale] = await Promise.all([
    getStore(),
    pageActor("history.read"),
    getTranslations(),
    getLocale(),
  ]);
  const revisions = await listRevisions(store, actor, { ref: view.ref });
  const names = await revisionNames(store, actor, revisions, locale, t);
  const actors = revisions.map((revision) => revision.actor);
  const people = await getAccountNames(store, actor, actors);
  return <RevisionList names={names} path={path} people={people} revisions={revisions} />;
}
