import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClaimGridTable } from "../../../components/claim-grid";
import { IncidentFigures } from "../../../components/incident-figures";
import { IncidentGroups } from "../../../components/incident-groups";
import { IncidentLinks } from "../../../components/incident-links";
import { IncidentPlaceTable } from "../../../components/incident-place-table";
import { IncidentSources } from "../../../components/incident-sources";
import { IncidentTimelineChart } from "../../../components/incident-timeline";
import { PrintButton } from "../../../components/print-button";
import { RevisionList } from "../../../components/revision-list";
import { IncidentTitle } from "../../../components/ui/incident-title";
import { Notice } from "../../../components/ui/notice";
import { listRevisions } from "../../../db/queries/list-revisions";
import { may } from "../../../domain/actor";
import { citedFacts } from "../../../domain/cited-facts";
import { claimGrid } from "../../../domain/claim-grid";
import { disagreementOf } from "../../../domain/disagreement";
import { groupFates } from "../../../domain/group-fate";
import { incidentPlaces } from "../../../domain/incident-places";
import { incidentTimeline } from "../../../domain/incident-timeline";
import type { IncidentView } from "../../../domain/incident-view";
import { type PageSearchParams, toSearchParams } from "../../_server/search-params";
import { currentActor } from "../../_server/session";
import { getStore } from "../../_server/store";
import { assessAction, linkAction, notSameAction, unlinkAction } from "./actions";
import "./incident.css";
import { loadIncident } from "./load-incident";
import { namesOf } from "./names-of";
import { revisionNames } from "./revision-names";

/** How many versions back the page itself tells what changed. */
const RECENT_VERSIONS = 3;

type Props = { params: Promise<{ ref: string }>; searchParams: PageSearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document, ref } = await loadIncident((await params).ref);
  return { title: `${document.title} (${ref})` };
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const view = await loadIncident((await params).ref);
  const openClaim = toSearchParams(await searchParams).get("assess");
  const [store, actor, t, locale] = await Promise.all([
    getStore(),
    currentActor(),
    getTranslations(),
    getLocale(),
  ]);
  const { document, headline, sources } = view;
  const names = namesOf(view, locale, t);
  const facts = citedFacts(sources);
  const today = new Date().toISOString().slice(0, 10);
  const sinceVersion = Math.max(0, view.version - RECENT_VERSIONS);
  const revisions = await listRevisions(store, actor, { ref: view.ref, sinceVersion });
  const isOpen = view.reviewStatus !== "retracted";
  const mayAssess = isOpen && may(actor, "claim.assess");
  const grid = claimGrid(document, sources);

  return (
    <>
      <Head view={view} />
      <IncidentFigures
        disagreement={disagreementOf(document, headline, facts)}
        groups={document.groups}
        headline={headline}
        names={names}
        today={today}
      />
      {document.summary !== "" && <p className="prose mt-4">{document.summary}</p>}
      <Section id="timeline" title={t("incident.timeline.title")}>
        <IncidentTimelineChart
          events={document.events}
          headline={headline}
          names={names}
          sources={view.sources}
          timeline={incidentTimeline(document, headline, facts)}
        />
      </Section>
      <Section
        beside={grid.subjects.length > 0 && t("incident.grid.shaded")}
        id="claims"
        title={t("incident.grid.title")}
      >
        <ClaimGridTable
          assess={mayAssess ? { action: assessAction, incident: view.ref, openClaim } : null}
          grid={grid}
          names={names}
          sources={sources}
        />
        {grid.subjects.length > 0 && (
          <p className="muted small no-print mt-2">{t("incident.grid.hint")}</p>
        )}
      </Section>
      <Section id="people" title={t("incident.groups.title")}>
        <IncidentGroups
          fates={groupFates(document, headline)}
          headline={headline}
          names={names}
          today={today}
        />
      </Section>
      <Section id="places" title={t("incident.places.title")}>
        <IncidentPlaceTable
          events={document.events}
          locations={view.locations}
          names={names}
          places={incidentPlaces(document, headline)}
        />
      </Section>
      <Section
        beside={t("incident.sources.independent", {
          sources: headline.sources,
          independent: headline.independentSources,
        })}
        id="sources"
        title={t("incident.sources.title")}
      >
        <IncidentSources claims={document.claims} names={names} sources={sources} />
      </Section>
      <Section id="links" title={t("incident.links.title")}>
        <IncidentLinks
          actions={
            may(actor, "incident.link")
              ? { link: linkAction, unlink: unlinkAction, decideNotSame: notSameAction }
              : null
          }
          names={names}
          view={view}
        />
      </Section>
      <Section
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
          revisions={revisions}
        />
      </Section>
    </>
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
          <PrintButton label={t("incident.actions.print")} />
          {may(actor, "incident.export") && (
            <a className="btn" href={`${path}/csv`}>
              {t("incident.actions.export")}
            </a>
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

type SectionProps = { id: string; title: string; beside?: ReactNode; children: ReactNode };

function Section({ id, title, beside, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {beside && <span className="muted small">{beside}</span>}
      </div>
      {children}
    </section>
  );
}
