import { fewGroups, isFew } from "./few-groups";
import type { Claim, Group, IncidentDocument, IncidentEvent } from "./incident";
import type { LocationFacts } from "./location";
import type { SourceFacts } from "./source";
import type { AgeBand } from "./vocabulary";

/**
 * The document without what could tell who the people of a small group are. `groups`, `events`: ids of what
 * is about few people and was coarsened. Expects the document as its open claims have it.
 * 1. A group that may be few keeps its role, nationality and number; of its age, whether adults or minors;
 *    no sex, no circumstances, no label.
 * 2. An event is about few when it concerns such a group, or when a claim, a copy's too, gives so few of any; one that names
 *    no group, when no whole group is known to be many. It has no description, and no place below a province.
 * 3. A claim is about few when its group or event is; when it speaks of a part that is not known to be many;
 *    one on the incident itself, when no whole group is many. It keeps its value, a place raised to the province
 *    (the country where there is none), and no words.
 */
export function veilTheFew(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  locations: ReadonlyMap<string, LocationFacts>,
  threshold: number,
): { document: IncidentDocument; groups: Set<string>; events: Set<string> } {
  const groups = fewGroups(doc, sources, threshold);
  const isCrowd = doc.groups.some(({ id, partOf }) => partOf === null && !groups.has(id));
  const concernsFew = (event: IncidentEvent) => {
    if (event.groups.length === 0) return !isCrowd;
    return (
      event.groups.some(({ groupId }) => groups.has(groupId)) ||
      doc.claims.some(
        ({ eventId, count }) => eventId === event.id && count !== null && isFew(count, threshold),
      )
    );
  };
  const events = new Set(doc.events.filter(concernsFew).map(({ id }) => id));
  const isAboutFew = ({ groupId, eventId, scope, count }: Claim) =>
    (groupId !== null && groups.has(groupId)) ||
    (eventId !== null && events.has(eventId)) ||
    (groupId === null && eventId === null && !isCrowd) ||
    (scope === "part" && (count === null || isFew(count, threshold)));
  return {
    document: {
      ...doc,
      groups: doc.groups.map((group) => (groups.has(group.id) ? veilGroup(group) : group)),
      events: doc.events.map((event) =>
        events.has(event.id) ? { ...event, description: "" } : event,
      ),
      claims: doc.claims.map((claim) => (isAboutFew(claim) ? veilClaim(claim, locations) : claim)),
    },
    groups,
    events,
  };
}

function veilGroup(group: Group): Group {
  return {
    ...group,
    ageBand: group.ageBand && ADULT_OR_MINOR[group.ageBand],
    sex: null,
    circumstances: [],
    label: "",
  };
}

// Mixed ages in a small group would tell that there are some of each.
const ADULT_OR_MINOR: Record<AgeBand, "0-17" | "18+" | null> = {
  "0-4": "0-17",
  "5-11": "0-17",
  "12-17": "0-17",
  "0-17": "0-17",
  "18-59": "18+",
  "18+": "18+",
  "60+": "18+",
  mixed: null,
};

function veilClaim(claim: Claim, locations: ReadonlyMap<string, LocationFacts>): Claim {
  const { date, place } = claim;
  return {
    ...claim,
    date: date && { ...date, text: "" },
    place: place && { ...place, locationId: provinceOf(place.locationId, locations) },
    scopeText: "",
    statement: "",
    quote: "",
    locator: "",
  };
}

function provinceOf(id: string, locations: ReadonlyMap<string, LocationFacts>): string {
  const location = locations.get(id);
  if (!location) throw new Error(`A place without its facts: ${id}`);
  return location.provinceId ?? location.countryId;
}
