import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { InstantText } from "../../../../../components/ui/instant-text";
import { Notice } from "../../../../../components/ui/notice";
import { getEdition } from "../../../../../db/queries/get-edition";
import { getIncident } from "../../../../../db/queries/get-incident";
import { readReference } from "../../../../../domain/reference";
import { currentActor } from "../../../../_server/session";
import { getStoreFor } from "../../../../_server/store";
import { IncidentBody } from "../../incident-body";
import { namesOf } from "../../names-of";

type Props = { params: Promise<{ ref: string; edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref, edition } = await params;
  const view = await readEdition(ref, edition);
  const t = await getTranslations("incident.edition");
  return { title: view ? t("title", { ref: view.ref, edition: view.edition }) : undefined };
}

/** A published edition, for whoever follows a citation; for everybody from the public store. */
export default async function EditionPage({ params }: Props) {
  const { ref, edition } = await params;
  const [view, t, locale] = await Promise.all([
    readEdition(ref, edition),
    getTranslations(),
    getLocale(),
  ]);
  if (view === null) return leadOn(ref);
  return (
    <>
      <nav aria-label={t("incident.breadcrumb")} className="breadcrumb">
        <Link href={`/incidents/${view.ref}`} prefetch={false}>
          {view.ref}
        </Link>{" "}
        / {t("incident.edition.crumb", { edition: view.edition })} ·{" "}
        <InstantText at={view.publishedAt} />
      </nav>
      <h1>{view.document.title}</h1>
      {view.newest !== view.edition && (
        <div className="my-3">
          <Notice tone="warn">
            {t("incident.edition.older")}{" "}
            <Link href={`/incidents/${view.ref}`} prefetch={false}>
              {t("incident.edition.newest")}
            </Link>
          </Notice>
        </div>
      )}
      <IncidentBody
        assess={null}
        names={namesOf(view, locale, t)}
        talk={null}
        today={new Date().toISOString().slice(0, 10)}
        view={view}
      />
    </>
  );
}

/** Where the incident was merged into another, a citation of what it was leads there. */
async function leadOn(typed: string): Promise<never> {
  const ref = readReference("INC", typed);
  const [store, actor] = await Promise.all([getStoreFor("public"), currentActor()]);
  const into = ref && (await getIncident(store, actor, ref))?.mergedInto;
  if (into) redirect(`/incidents/${into}`);
  notFound();
}

/** Once a request. */
const readEdition = cache(async (typed: string, edition: string) => {
  const ref = readReference("INC", typed);
  if (ref === null || !/^[1-9]\d{0,8}$/.test(edition)) return null;
  const [store, actor] = await Promise.all([getStoreFor("public"), currentActor()]);
  return getEdition(store, actor, { ref, edition: Number(edition) });
});
