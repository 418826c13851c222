import type { KnownSourceLabel, SourcedValue } from "../../components/form/typed-form";
import type { KnownSource } from "../../domain/form-reading";
import type { Claim } from "../../domain/incident";
import type { IncidentView } from "../../domain/incident-view";
import type { Location } from "../../domain/location";
import { sourceName } from "../../domain/source-name";
import type { NamedSource } from "../../domain/source-row";

/** The written form of a place, "Kunming, Yunnan, China"; its id where it is not among those given. */
export function placeLabel(locations: Readonly<Record<string, Location>>, id: string): string {
  const path: string[] = [];
  for (let at = locations[id]; at; at = locations[at.parentId ?? ""]) path.push(at.nameEn);
  return path.join(", ") || id;
}

/** What a form calls sources of the ledger, by reference. */
export function sourceLabels(
  sources: readonly (NamedSource & Pick<KnownSource, "published">)[],
): Record<string, KnownSourceLabel> {
  return Object.fromEntries(
    sources.map((source) => [
      source.ref,
      { label: sourceName(source), published: source.published },
    ]),
  );
}

/** What the sources of an incident make of each of its groups and events, by id. */
export function sourcedValues({
  document,
  headline,
  locations,
}: Pick<IncidentView, "document" | "headline" | "locations">): Record<string, SourcedValue> {
  const isSaid = (field: Claim["field"], id: string) =>
    document.claims.some(
      (claim) =>
        claim.field === field &&
        claim.assessment !== "rejected" &&
        (field === "count" ? claim.groupId === id && !claim.eventId : claim.eventId === id),
    );
  const groups = Object.entries(headline.groups).map(([id, { count }]) => [
    id,
    { count: isSaid("count", id) ? count : null, modality: null, date: null, places: [] },
  ]);
  const events = Object.entries(headline.events).map(([id, { modality, date, places }]) => [
    id,
    {
      count: null,
      modality: isSaid("modality", id) ? modality : null,
      date: isSaid("date", id) ? date : null,
      places: isSaid("place", id)
        ? places.map(({ locationId }) => locations[locationId]?.nameEn ?? locationId)
        : [],
    },
  ]);
  return Object.fromEntries([...groups, ...events]);
}
