import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { IncidentComments } from "../../../components/incident-comments";
import { IncidentLinks } from "../../../components/incident-links";
import { PrintButton } from "../../../components/print-button";
import { ReviewPanel } from "../../../components/review-panel";
import { RevisionList } from "../../../components/revision-list";
import { IncidentTitle } from "../../../components/ui/incident-title";
import { InstantText } from "../../../components/ui/instant-text";
import { Notice } from "../../../components/ui/notice";
import { getAccountNames } from "../../../db/queries/get-account-names";
import { getTombstone, type Tombstone } from "../../../db/queries/get-tombstone";
import { listMarks } from "../../../db/queries/list-marks";
import { listRevisions } from "../../../db/queries/list-revisions";
import { type Actor, may } from "../../../domain/actor";
import type { IncidentView } from "../../../domain/incident-view";
import { readReference } from "../../../domain/reference";
import { REVIEW_RULES, statusAfter, verifierIs } from "../../../domain/review";
import type { ReviewStatus } from "../../../domain/vocabulary";
import { currentReader } from "../../_server/reader";
import { type PageSearchParams, toSearchParams } from "../../_server/search-params";
import { currentActor } from "../../_server/session";
import { getStoreFor } from "../../_server/store";
import { assessAction, linkAction, notSameAction, unlinkAction } from "./actions";
import { claimName } from "./claim-name";
import "./incident.css";
import { Citation } from "../../../components/citation";
import { PageSection } from "../../../components/ui/page-section";
import { IncidentBody } from "./incident-body";
import { loadIncident, loadIncidentFrom } from "./load-incident";
import { loadReview, withOneselfFirst } from "./load-review";
import { namesOf } from "./names-of";
import {
  assignAction,
  commentAction,
  disputeAction,
  resolveAction,
  sendBackAction,
  submitAction,
  verifyAction,
} from "./review-actions";
import { revisionNames } from "./revision-names";
import { SimilarSection } from "./similar-section";

/** How many versions back the page itself tells what changed. */
const RECENT_VERSIONS = 3;

type Props = { params: Promise<{ ref: string }>; searchParams: PageSearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tombstone = await readTombstone((await params).ref);
  if (tombstone) return { title: tombstone.ref };
  const { document, ref } = await loadIncident((await params).ref);
  return { title: `${document.title} (${ref})` };
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const tombstone = await readTombstone((await params).ref);
  if (tombstone) return <TombstonePage tombstone={tombstone} />;
  const { view, store } = await loadIncidentFrom((await params).ref);
  const asked = toSearchParams(await searchParams);
  const [actor, t, locale] = await Promise.all([currentActor(), getTranslations(), getLocale()]);
  const names = namesOf(view, locale, t);
  const isOpen = view.reviewStatus !== "retracted";
  const mayAssess = isOpen && may(actor, "claim.assess");
  const openClaim = asked.get("assess");
  // A visitor sees what was published, and of the work on it nothing.
  const isPublished = store.profile === "public";
  const work = isPublished ? null : await loadReview(store, actor, view.ref);
  const review = work?.review;
  const people = work?.people ?? [];
  const discuss =
    isOpen && review?.comments
      ? { action: commentAction, incident: view.ref, people, openClaim: asked.get("comment") }
      : null;
  const resolve = discuss && resolveAction;

  return (
    <>
      <Head view={view} />
      {isPublished && actor.role !== "public" && (
        <div className="mb-4">
          <Notice>{t("incident.publishedOnly")}</Notice>
        </div>
      )}
      {may(actor, "incident.revise") && <StillPublic actor={actor} view={view} />}
      {review && (
        <ReviewPanel
          assign={
            isOpen && may(actor, "incident.assign")
              ? { action: assignAction, people: withOneselfFirst(people, actor) }
              : null
          }
          marks={may(actor, "review.list") ? await listMarks(store, actor, view.ref) : null}
          review={review}
          steps={openSteps(actor, review.reviewStatus)}
          verifier={verifierIs(actor.id, review.edited?.by.id ?? null, review.onePersonReview)}
        />
      )}
      <IncidentBody
        assess={mayAssess ? { action: assessAction, incident: view.ref, openClaim } : null}
        names={names}
        talk={review?.comments ? { comments: review.comments, discuss, resolve } : null}
        today={new Date().toISOString().slice(0, 10)}
        view={view}
      />
      <PageSection id="links" title={t("incident.links.title")}>
        <IncidentLinks
          actions={
            may(actor, "incident.link")
              ? { link: linkAction, unlink: unlinkAction, decideNotSame: notSameAction }
              : null
          }
          names={names}
          view={view}
        />
      </PageSection>
      {isOpen && !isPublished && may(actor, "review.list") && (
        <SimilarSection actor={actor} incident={view.ref} store={store} />
      )}
      {review?.comments && (isOpen || review.comments.length > 0) && (
        <PageSection
          beside={t("incident.comments.open", {
            count: review.comments.filter(({ resolved }) => resolved === null).length,
          })}
          id="comments"
          title={t("incident.comments.title")}
        >
          <IncidentComments
            claims={view.document.claims.map((claim) => ({
              id: claim.id,
              name: claimName(claim, names, t),
            }))}
            comments={review.comments}
            discuss={discuss}
            incident={view.ref}
            resolve={resolve}
          />
        </PageSection>
      )}
      {may(actor, "history.read") ? (
        <History view={view} />
      ) : (
        isPublished && <Citation edition={view.version} incident={view.ref} />
      )}
    </>
  );
}

/** What a visitor finds where an incident was public and was then taken back. */
const readTombstone = cache(async (typed: string): Promise<Tombstone | null> => {
  const actor = await currentActor();
  const ref = readReference("INC", typed);
  if (ref === null || may(actor, "history.read")) return null;
  return getTombstone(await getStoreFor("public"), actor, ref);
});

async function TombstonePage({ tombstone: { ref, reason, at } }: { tombstone: Tombstone }) {
  const t = await getTranslations("incident.tombstone");
  return (
    <div className="prose">
      <h1>{t("title", { ref })}</h1>
      <p className="muted mt-1">
        <InstantText at={at} />
      </p>
      <p className="mt-3">{t("text")}</p>
      <p className="mt-3">{t("reason", { reason })}</p>
    </div>
  );
}

/** What changed last, for those who work on it. */
async function History({ view }: { view: IncidentView }) {
  const [{ store, actor }, t, locale] = await Promise.all([
    currentReader(),
    getTranslations(),
    getLocale(),
  ]);
  const sinceVersion = Math.max(0, view.version - RECENT_VERSIONS);
  const revisions = await listRevisions(store, actor, { ref: view.ref, sinceVersion });
  return (
    <PageSection
      beside={
        <Link href={`/incidents/${view.ref}/history`} prefetch={false}>
          {t("incident.history.all", { count: view.version })}
        </Link>
      }
      id="history"
      title={t("incident.history.title")}
    >
      <RevisionList
        names={await revisionNames(store, actor, revisions, locale, t)}
        path={`/incidents/${view.ref}/history`}
        people={
          await getAccountNames(
            store,
            actor,
            revisions.map((revision) => revision.actor),
          )
        }
        revisions={revisions}
      />
    </PageSection>
  );
}

const STEPS = {
  submit: submitAction,
  verify: verifyAction,
  send_back: sendBackAction,
  dispute: disputeAction,
};

/** The steps that lead on from a status and that the reader may take, each with what it is sent to. */
function openSteps(actor: Actor, status: ReviewStatus): Partial<typeof STEPS> {
  const open = Object.entries(STEPS).filter(([name]) => {
    const step = name as keyof typeof STEPS;
    return statusAfter(status, step) !== null && may(actor, REVIEW_RULES[step].permission);
  });
  return Object.fromEntries(open);
}

/** What somebody who has just taken something out of a published incident has to know. */
async function StillPublic({ view, actor }: { view: IncidentView; actor: Actor }) {
  const { ref, reviewStatus, publication } = view;
  if (publication !== "public" || reviewStatus === "verified") return null;
  const t = await getTranslations("incident");
  return (
    <div className="no-print mb-4">
      <Notice tone="warn">
        {may(actor, "incident.publish")
          ? t.rich("stillPublic", {
              link: (text) => (
                <Link href={`/incidents/${ref}/publish`} prefetch={false}>
                  {text}
                </Link>
              ),
            })
          : t("stillPublicAsk")}
      </Notice>
    </div>
  );
}

/** Where the page is, its state, its title, and what can be done with it. */
async function Head({ view }: { view: IncidentView }) {
  const [t, format, actor] = await Promise.all([getTranslations(), getFormatter(), currentActor()]);
  const { ref, reviewStatus, updatedAt, retractedReason, document } = view;
  const path = `/incidents/${ref}`;
  const isOpen = reviewStatus !== "retracted";
  const updated = new Date(updatedAt);
  return (
    <>
      <nav aria-label={t("incident.breadcrumb")} className="breadcrumb">
        <Link href="/incidents">{t("incidents.title")}</Link> / {ref} ·{" "}
        {t(`vocabulary.reviewStatus.${reviewStatus}`)} ·{" "}
        <time dateTime={updated.toISOString()} title={updated.toISOString()}>
          {t("incident.updated", { when: format.relativeTime(updated, new Date()) })}
        </time>
      </nav>
      <div className="page-head mb-4">
        <h1>
          <IncidentTitle reviewStatus={reviewStatus} title={document.title} />
        </h1>
        <div className="page-actions no-print">
          {isOpen && may(actor, "claim.attach") && (
            <Link className="btn" href={`${path}/add-source`} prefetch={false}>
              {t("incident.actions.addSource")}
            </Link>
          )}
          {isOpen && may(actor, "incident.revise") && (
            <Link className="btn" href={`${path}/edit`} prefetch={false}>
              {t("incident.actions.edit")}
            </Link>
          )}
          {isOpen && may(actor, "incident.merge") && (
            <Link className="btn" href={`${path}/merge`} prefetch={false}>
              {t("incident.actions.merge")}
            </Link>
          )}
          <PrintButton label={t("incident.actions.print")} />
          {may(actor, "incident.export") && (
            <Link className="btn" href={`${path}/summary`} prefetch={false}>
              {t("caseSummary.open")}
            </Link>
          )}
          {may(actor, "incident.export") && (
            <a className="btn" href={`${path}/csv`}>
              {t("incident.actions.export")}
            </a>
          )}
          {isOpen && may(actor, "incident.publish") && (
            <Link className="btn" href={`${path}/publish`} prefetch={false}>
              {t("incident.actions.publish")}
            </Link>
          )}
          {isOpen && may(actor, "incident.retract") && (
            <Link className="btn btn-danger" href={`${path}/retract`} prefetch={false}>
              {t("incident.actions.retract")}
            </Link>
          )}
        </div>
      </div>
      {!isOpen && (
        <div className="mb-4">
          <Notice tone="warn">
            <p className="prose">
              {t("incident.retractedBanner", { reason: retractedReason ?? t("common.unknown") })}
            </p>
          </Notice>
        </div>
      )}
    </>
  );
}
