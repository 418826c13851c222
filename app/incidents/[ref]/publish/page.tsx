import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MarkList } from "../../../../components/mark-list";
import { ReviewStepForm } from "../../../../components/review-step-form";
import { InstantText } from "../../../../components/ui/instant-text";
import { Notice } from "../../../../components/ui/notice";
import { PageSection } from "../../../../components/ui/page-section";
import { getPublication, type PublicationView } from "../../../../db/queries/get-publication";
import { getSettings } from "../../../../db/queries/get-settings";
import { verifierIs } from "../../../../domain/review";
import { pageActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { IncidentBody } from "../incident-body";
import { loadIncident } from "../load-incident";
import { namesOf } from "../names-of";
import { publishAction, unpublishAction } from "./actions";

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await loadIncident((await params).ref, "/publish");
  return { title: (await getTranslations("incident.publish"))("title", { ref }) };
}

export default async function PublishPage({ params }: Props) {
  const actor = await pageActor("incident.publish");
  const { ref } = await loadIncident((await params).ref, "/publish");
  const store = await getStore();
  const [publication, { one_person_review }, t, locale] = await Promise.all([
    getPublication(store, actor, ref),
    getSettings(store, actor),
    getTranslations(),
    getLocale(),
  ]);
  if (publication === null) notFound();
  const { preview, now, earlier, title } = publication;
  const hindrance = hindranceOf(
    publication,
    verifierIs(actor.id, publication.editedBy, one_person_review) === "self",
  );
  return (
    <>
      <nav aria-label={t("incident.breadcrumb")} className="breadcrumb">
        <Link href={`/incidents/${ref}`} prefetch={false}>
          {ref}
        </Link>{" "}
        / {t("incident.publish.crumb")}
      </nav>
      <h1>{t("incident.publish.title", { ref })}</h1>
      <p className="muted mt-1">{title}</p>
      <section
        aria-label={t("incident.publish.standing")}
        className="card card-body my-4 grid gap-3"
      >
        <Standing incident={ref} now={now} />
        {hindrance && <p>{t(`incident.publish.hindrance.${hindrance}`)}</p>}
        {preview && hindrance === null && (
          <ReviewStepForm
            action={publishAction}
            choice={
              now?.state === "public" && earlier.length > 0
                ? { name: "takeEarlierOff", label: t("incident.publish.takeEarlierOff") }
                : undefined
            }
            hidden={{ ref, digest: preview.digest }}
            reason={null}
            submit={t(
              now?.state === "public" ? "incident.publish.again" : "incident.publish.submit",
            )}
            text={t("incident.publish.text")}
            tone="primary"
          />
        )}
        {now?.state === "public" && (
          <details>
            <summary className="text-accent">{t("incident.publish.takeOff.open")}</summary>
            <ReviewStepForm
              action={unpublishAction}
              hidden={{ ref }}
              reason={{
                label: t("incident.publish.takeOff.reason"),
                hint: t("incident.publish.takeOff.hint"),
              }}
              submit={t("incident.publish.takeOff.submit")}
              text={t("incident.publish.takeOff.text")}
              tone="danger"
            />
          </details>
        )}
      </section>
      {preview && (
        <>
          <h2>{t("incident.publish.preview")}</h2>
          <Withheld preview={preview} />
          <div className="card card-body mt-3">
            <h3>{preview.document.title}</h3>
            <IncidentBody
              assess={null}
              names={namesOf(preview, locale, t)}
              talk={null}
              today={new Date().toISOString().slice(0, 10)}
              view={preview}
            />
            {preview.links.length > 0 && (
              <PageSection id="links" title={t("incident.links.title")}>
                <ul>
                  {preview.links.map((link) => (
                    <li key={link.ref}>
                      {link.ref} · {link.title}{" "}
                      {!link.isPublic && (
                        <span className="muted">({t("incident.publish.linkHidden")})</span>
                      )}
                    </li>
                  ))}
                </ul>
              </PageSection>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** Why it cannot be published as it is; null where it can. */
function hindranceOf(
  { preview, reviewStatus }: PublicationView,
  isOwnEdit: boolean,
): "never_verified" | "not_verified_now" | "nothing_public" | "own_edit" | null {
  if (preview === null) return "never_verified";
  if (reviewStatus !== "verified") return "not_verified_now";
  if (preview.document.claims.length === 0) return "nothing_public";
  return isOwnEdit ? "own_edit" : null;
}

async function Standing({ incident, now }: Pick<PublicationView, "now"> & { incident: string }) {
  const t = await getTranslations("incident.publish.now");
  if (now === null) return <p>{t("never")}</p>;
  const isShown = now.state === "public" && !now.isHeldBack && !now.isPending;
  return (
    <>
      <p>
        {t(now.state, { edition: now.edition, name: now.by.name })} <InstantText at={now.at} />
        {isShown && (
          <>
            {" · "}
            <Link href={`/incidents/${incident}/editions/${now.edition}`} prefetch={false}>
              {t("see")}
            </Link>
          </>
        )}
      </p>
      {now.isHeldBack && <Notice tone="warn">{t("heldBack")}</Notice>}
      {now.isOutdated && <Notice tone="warn">{t("outdated", { edition: now.edition })}</Notice>}
      {now.isPending && <Notice tone="warn">{t("pending")}</Notice>}
    </>
  );
}

async function Withheld({ preview }: { preview: NonNullable<PublicationView["preview"]> }) {
  const t = await getTranslations("incident.publish.withheld");
  return (
    <Notice tone={preview.withheld.length > 0 ? "warn" : "ok"}>
      <p>{t("title")}</p>
      {preview.withheld.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <ul>
          {preview.withheld.map(({ kind, count }) => (
            <li key={kind}>{t(kind, { count })}</li>
          ))}
        </ul>
      )}
      {preview.marks.length > 0 && <MarkList marks={preview.marks} />}
      <p>{t("words")}</p>
    </Notice>
  );
}
