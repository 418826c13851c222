import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { DocumentChanges } from "../../../../components/document-changes";
import { ReasonForm } from "../../../../components/reason-form";
import { Notice } from "../../../../components/ui/notice";
import { PageSection } from "../../../../components/ui/page-section";
import { getPastIncident } from "../../../../db/queries/get-past-incident";
import { may } from "../../../../domain/actor";
import type { IncidentDocument } from "../../../../domain/incident";
import type { IncidentView } from "../../../../domain/incident-view";
import type { PastIncident, PastMoment } from "../../../../domain/past-incident";
import { revisedDocuments } from "../../../../domain/revised-documents";
import { currentActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { restoreAction } from "../actions";
import { IncidentBody } from "../incident-body";
import { namesOf } from "../names-of";
import { revisionNames } from "../revision-names";

type Props = {
  /** The incident as it is now. */
  view: IncidentView;
  moment: PastMoment;
};

/** An incident as it stood, and the way to have it so again. */
export async function PastVersion({ view, moment }: Props) {
  const { ref } = view;
  const [store, actor, t] = await Promise.all([
    getStore(),
    currentActor(),
    getTranslations("incident.history"),
  ]);
  const past = await getPastIncident(store, actor, { ref, moment });
  if (past === null)
    return (
      <>
        <h1 className="mb-4">{t("titleOf", { ref })}</h1>
        <Notice tone="warn">
          {"day" in moment
            ? t("notYet", { ref, day: moment.day })
            : t("noVersion", { ref, version: moment.version })}
        </Notice>
      </>
    );
  const { version, document, shown } = past;
  const mayRestore =
    shown !== null &&
    version !== view.version &&
    view.reviewStatus !== "retracted" &&
    may(actor, "incident.revise");
  return (
    <>
      <h1 className="mb-4">
        {t("pastTitle", { ref, version })}
        {document && <span className="muted block text-sm font-normal">{document.title}</span>}
      </h1>
      <About past={past} view={view} />
      {shown && <Whole shown={shown} today={dayOf(moment, past)} />}
      {document && !shown && <Listed document={document} />}
      {mayRestore && <Restore restored={version} view={view} />}
    </>
  );
}

async function About({ past, view }: { past: PastIncident; view: IncidentView }) {
  const t = await getTranslations("incident.history");
  const { version, document, shown, gone } = past;
  const day = new Date(past.at).toISOString().slice(0, 10);
  return (
    <div className="mb-4 grid gap-2.5">
      <Notice tone={version === view.version ? "plain" : "warn"}>
        <p>{t(version === view.version ? "pastCurrent" : "past", { version, day })}</p>
        <p>
          <Link href={`/incidents/${view.ref}`} prefetch={false}>
            {t("now")}
          </Link>
        </p>
      </Notice>
      {document === null && <Notice tone="warn">{t("pastEmptied", { version })}</Notice>}
      {document !== null && shown === null && (
        <Notice tone="warn">{t("pastGone", { version, ...gone })}</Notice>
      )}
    </div>
  );
}

async function Whole({
  shown,
  today,
}: {
  shown: NonNullable<PastIncident["shown"]>;
  today: string;
}) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  return (
    <IncidentBody
      assess={null}
      names={namesOf(shown, locale, t)}
      talk={null}
      today={today}
      view={shown}
    />
  );
}

/** All that a document says, in words; for one that names what is no longer there. */
async function Listed({ document }: { document: IncidentDocument }) {
  const [store, actor, t, locale] = await Promise.all([
    getStore(),
    currentActor(),
    getTranslations(),
    getLocale(),
  ]);
  const written = { before: null, after: document };
  const documents = revisedDocuments(written);
  if (documents === null) return null;
  const names = await revisionNames(store, actor, [written], locale, t);
  return <DocumentChanges {...documents} names={names} />;
}

async function Restore({ view, restored }: { view: IncidentView; restored: number }) {
  const t = await getTranslations("incident.restore");
  const { ref, version } = view;
  return (
    <div className="no-print">
      <PageSection id="restore" title={t("title")}>
        <p className="max-w-prose">{t("what")}</p>
        <ReasonForm
          action={restoreAction}
          cancelHref={`/incidents/${ref}/history`}
          fields={{ ref, version, restored }}
          messages="incident.restore"
        />
      </PageSection>
    </div>
  );
}

/** The day asked for, or on which the version was written; none after today. */
function dayOf(moment: PastMoment, { at }: PastIncident): string {
  const [written, today] = [at, Date.now()].map((time) =>
    new Date(time).toISOString().slice(0, 10),
  );
  const day = "day" in moment ? moment.day : written!;
  return day < today! ? day : today!;
}
