import { compareText } from "./compare-text";
import { type CountRange, isUnknownCount, sumCounts } from "./count-range";
import { CUSTODY } from "./custody";
import type { DerivedEvent, Headline } from "./headline-type";
import type { Group, IncidentEvent } from "./incident";
import type { LocationFacts } from "./location";

/** `id`: a province, ISO 3166-2; where an event names none, the country, ISO 3166-1 alpha-2. */
export type AreaPersons = { id: string } & CountRange;

/** What is asked of an incident's document; whom an event concerns is read from the headline. */
export type WhoAndWhat = {
  groups: readonly Pick<Group, "id" | "role" | "unit" | "partOf">[];
  events: readonly Pick<IncidentEvent, "id" | "type">[];
};

/**
 * How many persons of one incident each province and each country without a province saw, by id. Every current place
 * of every event counts, whatever its role and modality, as it does for the filter. Helpers never count.
 * 1. The only province, and the only place of all, has the whole: the headline's persons.
 * 2. Else the people of an event were certainly in an area if the event is reported, is no mere statement, and all
 *    its places of one role (at, from or to) lie there. An event that touches an area in any other way may have
 *    brought them there. One that names no group concerns everyone, certainly only if it changes their custody.
 * 3. A group named whole has its own count, of a group named in part its part. A part never adds to its whole, and
 *    parts of one whole may share people: `low` is the largest of those certainly there, `high` the sum of those
 *    possibly there and never more than the whole, `best` known only where both speak of the same people.
 * 4. Top-level groups add up by `sumCounts`; nothing exceeds the incident's persons.
 * So where nothing of the split is known, low is 0, best null and high the whole; and the areas never add up.
 * A bound that the groups do not give stays null, in every area.
 */
export function personsByProvince(
  doc: WhoAndWhat,
  headline: Pick<Headline, "events" | "groups" | "persons">,
  locations: ReadonlyMap<string, LocationFacts>,
): AreaPersons[] {
  const areaOf = (locationId: string) => {
    const at = locations.get(locationId);
    return at?.provinceId ?? at?.countryId;
  };
  const places = doc.events.flatMap((event) =>
    headline.events[event.id]!.places.flatMap(({ locationId }) => locations.get(locationId) ?? []),
  );
  const areas = [...new Set(places.map(({ id }) => areaOf(id)!))].sort(compareText);
  const provinces = new Set(places.flatMap(({ provinceId }) => provinceId ?? []));
  const only = areas.length === 1 ? areas[0] : provinces.size === 1 ? [...provinces][0] : undefined;
  const tree = treeOf(doc, headline);
  return areas.map((id) => {
    if (id === only) return { id, ...headline.persons };
    const there = doc.events.flatMap((event): Presence[] => {
      const derived = headline.events[event.id]!;
      const presence = presenceIn(id, derived, areaOf);
      return presence === null ? [] : presencesOf(event, derived, presence === "certain", doc);
    });
    return { id, ...within(sumOfRoots(tree, there), headline.persons) };
  });
}

/** Some or all (`count` null) of a group in an area. */
type Presence = { groupId: string; count: CountRange | null; certain: boolean };

function presenceIn(
  area: string,
  { modality, places }: DerivedEvent,
  areaOf: (locationId: string) => string | undefined,
): "certain" | "possible" | null {
  const roles = new Map<string, Set<string | undefined>>();
  for (const { role, locationId } of places)
    roles.set(role, (roles.get(role) ?? new Set()).add(areaOf(locationId)));
  const here = [...roles.values()].filter((ofRole) => ofRole.has(area));
  if (here.length === 0) return null;
  return modality === "reported" && here.some((ofRole) => ofRole.size === 1)
    ? "certain"
    : "possible";
}

function presencesOf(
  { type }: Pick<IncidentEvent, "type">,
  { counts }: DerivedEvent,
  placed: boolean,
  { groups }: WhoAndWhat,
): Presence[] {
  const certain = placed && type !== "statement";
  const named = Object.entries(counts);
  if (named.length > 0)
    return named.map(([groupId, count]) => ({
      groupId,
      count: isUnknownCount(count) ? null : count,
      certain,
    }));
  const concernsAll = CUSTODY[type].status !== null;
  return groups.map(({ id }) => ({ groupId: id, count: null, certain: certain && concernsAll }));
}

type Tree = {
  /** The top-level groups that the headline's persons consist of. */
  roots: string[];
  parts: ReadonlyMap<string, WhoAndWhat["groups"][number][]>;
  partOf: ReadonlyMap<string, string | null>;
  counts: Headline["groups"];
};

function treeOf({ groups }: WhoAndWhat, headline: Pick<Headline, "groups">): Tree {
  const parts = new Map<string, WhoAndWhat["groups"][number][]>();
  for (const group of groups)
    if (group.partOf !== null && group.role !== "helper")
      parts.set(group.partOf, [...(parts.get(group.partOf) ?? []), group]);
  const isRoot = ({ partOf, unit, role }: WhoAndWhat["groups"][number]) =>
    partOf === null && unit === "person" && role !== "helper";
  return {
    roots: groups.filter(isRoot).map(({ id }) => id),
    parts,
    partOf: new Map(groups.map(({ id, partOf }) => [id, partOf])),
    counts: headline.groups,
  };
}

function sumOfRoots(tree: Tree, there: Presence[]): CountRange {
  const own = new Map<string, Presence[]>();
  // Groups of whom some are there, by themselves or by a part of theirs.
  const reached = new Set<string>();
  for (const presence of there) {
    const known = own.get(presence.groupId);
    if (known) known.push(presence);
    else own.set(presence.groupId, [presence]);
    let at: string | null | undefined = presence.groupId;
    for (; at && !reached.has(at); at = tree.partOf.get(at)) reached.add(at);
  }
  return sumCounts(tree.roots.map((id) => sharePresent(id, tree, own, reached)));
}

/** How many of one group are there, all its parts considered. */
function sharePresent(
  groupId: string,
  tree: Tree,
  own: ReadonlyMap<string, Presence[]>,
  reached: ReadonlySet<string>,
): CountRange {
  if (!reached.has(groupId)) return { low: 0, best: 0, high: 0 };
  const whole = tree.counts[groupId]!.count;
  const named = own.get(groupId) ?? [];
  if (named.some(({ certain, count }) => certain && count === null)) return whole;
  const parts = (tree.parts.get(groupId) ?? [])
    .filter(({ id }) => reached.has(id))
    .map(({ id, unit }) =>
      unit === "person"
        ? sharePresent(id, tree, own, reached)
        : // Families are never converted into persons.
          { low: 0, best: null, high: whole.high },
    );
  const some = distinct(named).map(({ count, certain }) => ({
    low: certain ? (count?.low ?? 0) : 0,
    best: certain ? (count?.best ?? null) : null,
    high: count === null ? whole.high : (count.high ?? whole.high),
  }));
  const all = [...some, ...parts];
  return within(
    {
      low: Math.max(0, ...all.map(({ low }) => low ?? 0)),
      best: all.length === 1 ? all[0]!.best : null,
      high: sumCounts(all).high,
    },
    whole,
  );
}

/** The same number of the same group at two events is taken to be the same people; certain where one event is. */
function distinct(presences: Presence[]): Presence[] {
  const byCount = new Map<string, Presence>();
  for (const one of presences) {
    const key = JSON.stringify(one.count);
    if (one.certain || !byCount.has(key)) byCount.set(key, one);
  }
  return [...byCount.values()];
}

/** No more than the whole has, and in order; a bound that is not known is not made up, but for the whole's high. */
function within({ low, best, high }: CountRange, whole: CountRange): CountRange {
  const most =
    high === null || whole.high === null ? (high ?? whole.high) : Math.min(high, whole.high);
  const upTo = (value: number | null) =>
    value === null || most === null ? value : Math.min(value, most);
  const [least, middle] = [upTo(low), upTo(best)];
  return {
    low: least,
    best: middle === null || least === null ? middle : Math.max(middle, least),
    high: most,
  };
}
