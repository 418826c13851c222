import { compareText } from "./compare-text";
import { countFrom } from "./derive-group";
import {
  acceptedOrAll,
  anyConflict,
  corroborate,
  type Evidence,
  independentPublishers,
  weigh,
} from "./evidence";
import type { DerivedEvent } from "./headline-type";
import type { Claim, IncidentDocument, IncidentEvent, Place } from "./incident";
import type { LocationFacts } from "./location";
import { hull, intervalsDisjoint, isUnknown } from "./partial-date";
import type { SourceFacts } from "./source";
import { type ClaimField, MODALITIES, type Modality } from "./vocabulary";

/**
 * An event by its claims; by the editor's own values where no claim of that field stands.
 * 1. Modality: one independent `reported` outranks the rest, then `unconfirmed`, `anticipated`; `denied` only alone.
 * 2. Date: the hull of the accepted claims.
 * 3. Places: every accepted claim's place; a place is left out where a more precise one inside it is named.
 */
export function deriveEvent(
  event: IncidentEvent,
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  locations: ReadonlyMap<string, LocationFacts>,
): DerivedEvent {
  const own = doc.claims.filter((claim) => claim.eventId === event.id && claim.scope !== "part");
  const of = (field: ClaimField) =>
    weigh(
      own.filter((claim) => claim.field === field && claim.groupId === null),
      sources,
    );
  const [said, dated, placed] = [of("modality"), of("date"), of("place")];
  const dates = acceptedOrAll(dated).flatMap(({ claim }) =>
    claim.date && !isUnknown(claim.date) ? [claim.date] : [],
  );
  const places = acceptedOrAll(placed).flatMap(({ claim }) => (claim.place ? [claim.place] : []));
  const counts: DerivedEvent["counts"] = {};
  for (const concerned of event.groups)
    counts[concerned.groupId] = countFrom(
      weigh(
        doc.claims.filter(
          (claim) =>
            claim.field === "count" &&
            claim.eventId === event.id &&
            claim.groupId === concerned.groupId,
        ),
        sources,
      ),
      concerned.count,
    );
  return {
    modality: modalityFrom(said) ?? event.modality,
    date: dates.length > 0 ? hull(dates.toSorted(byBounds)) : event.date,
    places: mostPrecise(places.length > 0 ? places : event.places, locations),
    counts,
    saidBy: publishersPerModality(said),
    corroboration: {
      modality: corroborate(said, anyConflict(said, reportedAgainstDenied)),
      date: corroborate(dated, anyConflict(dated, disjointDates)),
      place: corroborate(
        placed,
        placed.some(({ claim }) => claim.assessment === "conflict"),
      ),
    },
  };
}

const RANK: Modality[] = ["reported", "unconfirmed", "anticipated", "denied"];

function modalityFrom(evidence: Evidence[]): Modality | null {
  return RANK.find((modality) => evidence.some(({ claim }) => claim.modality === modality)) ?? null;
}

function publishersPerModality(evidence: Evidence[]): Record<Modality, number> {
  const entries = MODALITIES.map((modality) => [
    modality,
    independentPublishers(evidence.filter(({ claim }) => claim.modality === modality)).size,
  ]);
  return Object.fromEntries(entries) as Record<Modality, number>;
}

// The order of claims must not reach the text of the hull.
function byBounds(a: { earliest: string | null; text: string }, b: typeof a): number {
  return compareText(a.earliest ?? "", b.earliest ?? "") || compareText(a.text, b.text);
}

function disjointDates(a: Claim, b: Claim): boolean {
  return a.date !== null && b.date !== null && intervalsDisjoint(a.date, b.date);
}

function reportedAgainstDenied(a: Claim, b: Claim): boolean {
  const pair = [a.modality, b.modality];
  return pair.includes("reported") && pair.includes("denied");
}

function mostPrecise(places: Place[], locations: ReadonlyMap<string, LocationFacts>): Place[] {
  const once = [
    ...new Map(places.map((place) => [`${place.role} ${place.locationId}`, place])).values(),
  ];
  const encloses = (outer: string, inner: string) => {
    const at = locations.get(inner);
    return (
      outer !== inner &&
      at !== undefined &&
      [at.countryId, at.provinceId, at.localityId].includes(outer)
    );
  };
  return once
    .filter(
      (place) =>
        !once.some(
          (other) => other.role === place.role && encloses(place.locationId, other.locationId),
        ),
    )
    .sort((a, b) => compareText(a.role, b.role) || compareText(a.locationId, b.locationId));
}
