import type { IncidentDocument } from "./incident";
import { type Issue, shown } from "./issue";
import type { LocationFacts } from "./location";

/** Every place the document names, in its events and claims. */
export function locationIdsOf(doc: IncidentDocument): string[] {
  return [
    ...doc.events.flatMap((event) => event.places.map((place) => place.locationId)),
    ...doc.claims.flatMap((claim) => (claim.place ? [claim.place.locationId] : [])),
  ];
}

/** Every nationality the document names; a nationality is a country of the gazetteer. */
export function nationalitiesOf(doc: IncidentDocument): string[] {
  return doc.groups.flatMap((group) => (group.nationality === null ? [] : [group.nationality]));
}

/** What the document names outside itself and the ledger does not have: sources, places, nationalities. */
export function checkReferences(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, unknown>,
  locations: ReadonlyMap<string, LocationFacts>,
): Issue[] {
  const issues: Issue[] = [];
  const need = (there: boolean, path: string, code: string, value: string) => {
    if (!there) issues.push({ path, code, values: { value: shown(value) } });
  };
  doc.groups.forEach(({ nationality }, index) => {
    if (nationality !== null)
      need(
        locations.get(nationality)?.kind === "country",
        `groups.${index}.nationality`,
        "group.nationality_unknown",
        nationality,
      );
  });
  doc.events.forEach((event, index) => {
    event.places.forEach(({ locationId }, at) => {
      need(locations.has(locationId), `events.${index}.places.${at}`, "place.unknown", locationId);
    });
  });
  doc.claims.forEach((claim, index) => {
    need(sources.has(claim.sourceId), `claims.${index}.sourceId`, "source.unknown", claim.sourceId);
    if (claim.place)
      need(
        locations.has(claim.place.locationId),
        `claims.${index}.place`,
        "place.unknown",
        claim.place.locationId,
      );
  });
  return issues;
}
