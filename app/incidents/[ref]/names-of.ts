import { type IncidentNames, incidentNames } from "../../../domain/incident-names";
import type { IncidentView } from "../../../domain/incident-view";
import type { Say } from "../../../domain/say";
import { sourceLabel } from "../../../domain/source-label";

/** What to call everything on the page of an incident; an event by the places it has now. */
export function namesOf(
  view: Pick<IncidentView, "document" | "headline" | "locations" | "sources">,
  locale: string,
  say: Say,
): IncidentNames {
  const { document, headline, locations, sources } = view;
  const events = document.events.map((event) => ({
    ...event,
    places: headline.events[event.id]!.places,
  }));
  const place = Object.fromEntries(Object.values(locations).map(({ id, nameEn }) => [id, nameEn]));
  const source = Object.fromEntries(sources.map((one) => [one.id, sourceLabel(one, locale, say)]));
  return incidentNames([{ groups: document.groups, events }], { place, source }, say);
}
