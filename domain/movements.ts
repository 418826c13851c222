import { type CountRange, isUnknownCount } from "./count-range";
import { isOnlySome } from "./current-status";
import { eventsByBeginning } from "./events-by-beginning";
import type { DerivedEvent, Headline } from "./headline-type";
import type { LocationFacts } from "./location";
import type { WhoAndWhat } from "./persons-by-province";
import type { EventType, Modality } from "./vocabulary";

/**
 * People brought from one place to another, both as the incident names them. `groupIds`: whom the event names, or the
 * top-level groups where it names nobody.
 */
export type Movement = {
  eventId: string;
  from: string;
  to: string;
  modality: Exclude<Modality, "denied">;
  groupIds: string[];
};

/**
 * The ways people of one incident went in custody, in the order of `eventsByBeginning`: from where they were arrested
 * to where they were held, taken and sent.
 * 1. An event takes its people through the places it is from, at and to, in this order, beginning where its people
 *    were last. A place inside another, or around it, is no other place. Denied events move nobody.
 * 2. Where people were last is told by reported events alone; one that is expected or unconfirmed goes on from there,
 *    or from where the one before it would have left them.
 * 3. A part is where its whole was last, until an event names the part; from then on the whole is where its parts are.
 * 4. From several places to one, or from one to several, is a way each. From several to several is none, since nobody
 *    says who went where; nor is one from several places for some of those who were there, or for a part of them.
 * Only events of the types in `MOVING` count: a flight before the arrest, a visit or a verdict brings nobody anywhere.
 * After a release, an escape or a resettlement people are nobody's to bring, until another event says where they are.
 */
export function movements(
  doc: WhoAndWhat,
  headline: Pick<Headline, "events" | "groups" | "lastNews">,
  locations: ReadonlyMap<string, LocationFacts>,
): Movement[] {
  const track = trackOf(doc);
  const moves = new Map<string, Movement>();
  for (const event of eventsByBeginning(doc, headline)) {
    const derived = headline.events[event.id]!;
    const { modality } = derived;
    const stops = stopsOf(derived);
    if (!MOVING.has(event.type) || modality === "denied" || stops.length === 0) continue;
    const isReported = modality === "reported";
    for (const groupId of foremost(doc, derived)) {
      const onlySome = tookOnlySome(derived.counts[groupId], headline.groups[groupId]?.count);
      const { at: before, isWholes } = track.lastOf(groupId, isReported);
      let here = before;
      let isUnclear = onlySome || isWholes;
      for (const stop of stops) {
        for (const [from, to] of ways(here, stop, isUnclear, locations)) {
          const key = JSON.stringify([event.id, from, to]);
          const move = moves.get(key) ?? { eventId: event.id, from, to, modality, groupIds: [] };
          if (groupId !== NOBODY) move.groupIds.push(groupId);
          moves.set(key, move);
        }
        here = moreExact(here, stop, locations);
        isUnclear = false;
      }
      // Where they go by themselves is no way in custody.
      const left = FREEING.has(event.type) ? [] : here;
      track.move(groupId, onlySome ? [...new Set([...before, ...left])] : left, isReported);
    }
  }
  return [...moves.values()];
}

/** What happens where people are, and leaves them there. */
const MOVING: ReadonlySet<EventType> = new Set<EventType>([
  "arrest",
  "detention",
  "transfer",
  "interrogation",
  "hospitalisation",
  "deportation",
  "release",
  "escape",
  "death_in_custody",
  "resettlement",
]);

const FREEING: ReadonlySet<EventType> = new Set<EventType>(["release", "escape", "resettlement"]);

function stopsOf({ places }: DerivedEvent): string[][] {
  return (["from", "at", "to"] as const)
    .map((role) => places.filter((place) => place.role === role).map((place) => place.locationId))
    .filter((ids) => ids.length > 0);
}

/** Whom an event moves: those it names, but no part of another it names; without names everyone. */
function foremost({ groups }: WhoAndWhat, { counts }: DerivedEvent): string[] {
  const partOf = new Map(groups.map((group) => [group.id, group.partOf]));
  const named = new Set(Object.keys(counts));
  // An incident without groups still has people.
  if (named.size === 0) {
    const tops = groups.filter((group) => group.partOf === null).map(({ id }) => id);
    return tops.length > 0 ? tops : [NOBODY];
  }
  const isPartOfNamed = (id: string) => {
    const seen = new Set([id]);
    for (let at = partOf.get(id); at && !seen.has(at); at = partOf.get(at)) {
      if (named.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return groups.map(({ id }) => id).filter((id) => named.has(id) && !isPartOfNamed(id));
}

const NOBODY = "";

function tookOnlySome(count: CountRange | undefined, whole: CountRange | undefined): boolean {
  return count !== undefined && !isUnknownCount(count) && isOnlySome(count, whole);
}

/** Where each group was last, as reported, and as it would be if all that is only expected or unconfirmed came true. */
function trackOf({ groups }: WhoAndWhat) {
  const partOf = new Map(groups.map(({ id, partOf }) => [id, partOf]));
  const reported = new Map<string, string[]>();
  const ahead = new Map<string, string[]>();
  const isInside = (groupId: string, wholeId: string) => {
    const seen = new Set([groupId]);
    for (let at = partOf.get(groupId); at && !seen.has(at); at = partOf.get(at)) {
      if (at === wholeId) return true;
      seen.add(at);
    }
    return false;
  };
  const put = (places: Map<string, string[]>, groupId: string, at: string[]) => {
    for (const other of [...places.keys()]) if (isInside(other, groupId)) places.delete(other);
    places.set(groupId, at);
  };
  return {
    /** What parts went on to is newer than what was said of their whole. `isWholes`: it is said of a whole alone. */
    lastOf(groupId: string, isReported: boolean): { at: string[]; isWholes: boolean } {
      const places = isReported ? reported : ahead;
      const ofParts = [...places].filter(([id]) => isInside(id, groupId)).flatMap(([, at]) => at);
      if (ofParts.length > 0) return { at: [...new Set(ofParts)], isWholes: false };
      const seen = new Set<string>();
      for (let at: string | null | undefined = groupId; at != null && !seen.has(at); ) {
        const found = places.get(at);
        if (found) return { at: found, isWholes: at !== groupId };
        seen.add(at);
        at = partOf.get(at);
      }
      return { at: [], isWholes: false };
    },
    move(groupId: string, at: string[], isReported: boolean) {
      put(ahead, groupId, at);
      if (isReported) put(reported, groupId, at);
    },
  };
}

/** The pairs of places that lead from one stop to the next. */
function ways(
  from: string[],
  to: string[],
  isUnclear: boolean,
  locations: Locations,
): [string, string][] {
  if (from.length > 1 && (to.length > 1 || isUnclear)) return [];
  return from.flatMap((one) =>
    to
      .filter((other) => !isSamePlace(one, other, locations))
      .map((other): [string, string] => [one, other]),
  );
}

type Locations = ReadonlyMap<string, LocationFacts>;

function isSamePlace(one: string, other: string, locations: Locations): boolean {
  return encloses(one, other, locations) || encloses(other, one, locations);
}

function encloses(outer: string, inner: string, locations: Locations): boolean {
  const at = locations.get(inner);
  return outer === inner || [at?.countryId, at?.provinceId, at?.localityId].includes(outer);
}

/** Where people are after a stop; a town that was known is not forgotten for its province. */
function moreExact(here: string[], stop: string[], locations: Locations): string[] {
  return stop.map(
    (place) => here.find((known) => known !== place && encloses(place, known, locations)) ?? place,
  );
}
