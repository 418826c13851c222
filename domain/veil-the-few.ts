import type { CountRange } from "./count-range";
import { fewGroups, isFew } from "./few-groups";
import type { Claim, Group, IncidentDocument, IncidentEvent } from "./incident";
import type { LocationFacts } from "./location";
import { eventAndGroup, someNotAll } from "./some-not-all";
import type { SourceFacts } from "./source";
import type { AgeBand } from "./vocabulary";

/**
 * The document without what could tell who the people of a small group are. `groups`, `events`: ids of what
 * is about few people and was coarsened. Expects the document as its open claims have it.
 * 1. A group that may be few keeps its role, nationality and number; of its age, whether adults or minors;
 *    no sex, no circumstances, no label.
 * 2. An event is about few when it concerns such a group; when a claim, a copy's too, gives so few of any, or so
 *    many that few of a larger group may be left; one that names no group, when any whole group may be few, for it
 *    concerns them all. It has no description, and no place below a province. A number that may leave few says no
 *    more than that it took some, not all.
 * 3. A claim is about few when its group or event is, and when it speaks of a part that is not known to be many. It
 *    keeps its value, a place raised to the province (the country where there is none), and no words.
 * 4. A claim on the incident itself concerns everybody: where any whole group may be few it keeps no words but the
 *    editor's statement, and not that where no whole group is many.
 */
export function veilTheFew(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  locations: ReadonlyMap<string, LocationFacts>,
  threshold: number,
): { document: IncidentDocument; groups: Set<string>; events: Set<string> } {
  const groups = fewGroups(doc, sources, threshold);
  const wholes = doc.groups.filter(({ partOf }) => partOf === null);
  const isCrowd = wholes.some(({ id }) => !groups.has(id));
  const isCrowdAlone = isCrowd && wholes.every(({ id }) => !groups.has(id));
  const ranges = someNotAll(doc, sources, threshold);
  const concernsFew = (event: IncidentEvent) =>
    (event.groups.length === 0 && !isCrowdAlone) ||
    event.groups.some(({ groupId }) => groups.has(groupId)) ||
    doc.claims.some(
      (claim) =>
        claim.eventId === event.id &&
        claim.count !== null &&
        (isFew(claim.count, threshold) || ranges.has(eventAndGroup(claim))),
    );
  const events = new Set(doc.events.filter(concernsFew).map(({ id }) => id));
  const isAboutFew = ({ groupId, eventId, scope, count }: Claim) =>
    (groupId !== null && groups.has(groupId)) ||
    (eventId !== null && events.has(eventId)) ||
    (groupId === null && eventId === null && !isCrowd) ||
    (scope === "part" && (count === null || isFew(count, threshold)));
  const veiled = (claim: Claim) => {
    if (isAboutFew(claim))
      return veilClaim({ ...claim, count: veilCount(claim, ranges) }, locations);
    const isAboutAll = claim.groupId === null && claim.eventId === null;
    return isAboutAll && !isCrowdAlone ? { ...claim, ...NOTHING_VERBATIM } : claim;
  };
  return {
    document: {
      ...doc,
      groups: doc.groups.map((group) => (groups.has(group.id) ? veilGroup(group) : group)),
      events: doc.events.map((event) =>
        events.has(event.id) ? { ...event, description: "" } : event,
      ),
      claims: doc.claims.map(veiled),
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
    statement: "",
    ...NOTHING_VERBATIM,
  };
}

const NOTHING_VERBATIM = { scopeText: "", quote: "", locator: "" };

/** A claim that it took nobody may still say so. */
function veilCount(claim: Claim, ranges: ReadonlyMap<string, CountRange>): CountRange | null {
  const range = ranges.get(eventAndGroup(claim));
  if (claim.count === null || range === undefined) return claim.count;
  return claim.count.low === 0 ? { ...range, low: 0 } : range;
}

function provinceOf(id: string, locations: ReadonlyMap<string, LocationFacts>): string {
  const location = locations.get(id);
  if (!location) throw new Error(`A place without its facts: ${id}`);
  return location.provinceId ?? location.countryId;
}
