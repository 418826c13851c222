import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { ClaimGridTable } from "../../../components/claim-grid";
import { IncidentFigures } from "../../../components/incident-figures";
import { IncidentGroups } from "../../../components/incident-groups";
import { IncidentMovements } from "../../../components/incident-movements";
import { IncidentPlaceTable } from "../../../components/incident-place-table";
import { IncidentSources } from "../../../components/incident-sources";
import { IncidentTimelineChart } from "../../../components/incident-timeline";
import { PageSection } from "../../../components/ui/page-section";
import { citedFacts } from "../../../domain/cited-facts";
import { claimGrid } from "../../../domain/claim-grid";
import { disagreementOf } from "../../../domain/disagreement";
import { groupFates } from "../../../domain/group-fate";
import type { IncidentNames } from "../../../domain/incident-names";
import { incidentPlaces } from "../../../domain/incident-places";
import { incidentTimeline } from "../../../domain/incident-timeline";
import type { IncidentView } from "../../../domain/incident-view";
import { movements } from "../../../domain/movements";
import { incidentSheet } from "./incident-sheet";
import "../../map/map.css";
import "./incident.css";

type Props = {
  view: Pick<IncidentView, "document" | "headline" | "sources" | "locations">;
  names: IncidentNames;
  /** The day that risks and times since are reckoned from, YYYY-MM-DD. */
  today: string;
  assess: ComponentProps<typeof ClaimGridTable>["assess"];
  talk: ComponentProps<typeof ClaimGridTable>["talk"];
};

/** What an incident says, from its headline to its sources; of today, or of an earlier version. */
export async function IncidentBody({ view, names, today, assess, talk }: Props) {
  const t = await getTranslations();
  const { document, headline, sources, locations } = view;
  const facts = citedFacts(sources);
  const grid = claimGrid(document, sources);
  const moves = movements(document, headline, new Map(Object.entries(locations)));
  return (
    <>
      <IncidentFigures
        disagreement={disagreementOf(document, headline, facts)}
        groups={document.groups}
        headline={headline}
        names={names}
        today={today}
      />
      {document.summary !== "" && <p className="prose mt-4">{document.summary}</p>}
      <PageSection id="timeline" title={t("incident.timeline.title")}>
        <IncidentTimelineChart
          events={document.events}
          headline={headline}
          names={names}
          sources={view.sources}
          timeline={incidentTimeline(document, headline, facts)}
        />
      </PageSection>
      <PageSection
        beside={grid.subjects.length > 0 && t("incident.grid.shaded")}
        id="claims"
        title={t("incident.grid.title")}
      >
        <ClaimGridTable assess={assess} grid={grid} names={names} sources={sources} talk={talk} />
        {grid.subjects.length > 0 && (
          <p className="muted small no-print mt-2">{t("incident.grid.hint")}</p>
        )}
      </PageSection>
      <PageSection id="people" title={t("incident.groups.title")}>
        <IncidentGroups
          fates={groupFates(document, headline)}
          headline={headline}
          names={names}
          today={today}
        />
      </PageSection>
      <PageSection id="places" title={t("incident.places.title")}>
        <IncidentMovements
          headline={headline}
          moves={moves}
          names={names}
          sheet={incidentSheet(headline, locations, moves)}
        />
        <IncidentPlaceTable
          events={document.events}
          locations={locations}
          names={names}
          places={incidentPlaces(document, headline)}
        />
      </PageSection>
      <PageSection
        beside={t("incident.sources.independent", {
          sources: headline.sources,
          independent: headline.independentSources,
        })}
        id="sources"
        title={t("incident.sources.title")}
      >
        <IncidentSources claims={document.claims} names={names} sources={sources} />
      </PageSection>
    </>
  );
}
