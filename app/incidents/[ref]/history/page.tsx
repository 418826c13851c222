import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { RevisionList } from "../../../../components/revision-list";
import { listRevisions } from "../../../../db/queries/list-revisions";
import { currentActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { loadIncident } from "../load-incident";
import { revisionNames } from "../revision-names";

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await loadIncident((await params).ref, "/history");
  return { title: (await getTranslations("incident.history"))("titleOf", { ref }) };
}

export default async function HistoryPage({ params }: Props) {
  const { ref, document } = await loadIncident((await params).ref, "/history");
  const [store, actor, t, locale] = await Promise.all([
    getStore(),
    currentActor(),
    getTranslations(),
    getLocale(),
  ]);
  const revisions = await listRevisions(store, actor, { ref });
  return (
    <>
      <nav aria-label={t("incident.breadcrumb")} className="breadcrumb">
        <Link href="/incidents">{t("incidents.title")}</Link> /{" "}
        <Link href={`/incidents/${ref}`}>{ref}</Link>
      </nav>
      <h1 className="mb-4">
        {t("incident.history.titleOf", { ref })}
        <span className="muted block text-sm font-normal">{document.title}</span>
      </h1>
      <RevisionList
        names={await revisionNames(store, actor, revisions, locale, t)}
        revisions={revisions}
      />
    </>
  );
}
