import { countReadings, type Interval, leavesFew, type Reading } from "./count-readings";
import { fewGroups } from "./few-groups";
import type { Group, IncidentDocument } from "./incident";
import type { SourceFacts } from "./source";

/** Ids of what counts a part: groups that are parts, and claims that count a part of a group. */
export type PartsNotToCount = { groups: ReadonlySet<string>; claims: ReadonlySet<string> };

type Kind = keyof PartsNotToCount;
type Hidden = Record<Kind, Set<string>>;
type Part = Pick<Group, "id" | "unit" | "partOf"> & { kind: Kind; number: Interval | undefined };

/**
 * The parts whose number must stay unsaid: groups that may be few, and groups and claims by which one could
 * reckon that the rest of a whole is few. Expects the document as its open claims have it.
 * 1. Numbers are taken from each source by itself, and from all accepted claims together (all, where none is).
 * 2. A whole less one of its parts, however deep, and less all its groups, all its claims on a part, or both,
 *    that still have a number, must leave nobody or certainly `threshold` and more.
 * 3. Where it may leave fewer, that part, or the smallest of them all, is added, until nothing can be reckoned.
 * Parts counted in another unit than their whole are not subtracted from it.
 */
export function partsNotToCount(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  threshold: number,
): PartsNotToCount {
  const hidden: Hidden = { groups: new Set(), claims: new Set() };
  const trees = countReadings(doc).map((reading) => partsIn(reading, doc.groups));
  for (;;) {
    const few = fewGroups(doc, sources, threshold, hidden.groups);
    for (const { id, partOf } of doc.groups)
      if (partOf !== null && few.has(id)) hidden.groups.add(id);
    const telling = findTelling(trees, hidden, threshold);
    if (telling === null) return hidden;
    hidden[telling.kind].add(telling.id);
  }
}

function partsIn({ numbers, some }: Reading, groups: Group[]): Part[] {
  const units = new Map(groups.map(({ id, unit }) => [id, unit]));
  return [
    ...groups.map(
      ({ id, unit, partOf }): Part => ({
        kind: "groups",
        id,
        unit,
        partOf,
        number: numbers.get(id),
      }),
    ),
    ...some.flatMap(({ claim: { id, eventId, groupId }, taken }): Part[] =>
      eventId === null && groupId !== null
        ? [{ kind: "claims", id, unit: units.get(groupId)!, partOf: groupId, number: taken }]
        : [],
    ),
  ];
}

function findTelling(trees: Part[][], hidden: Hidden, threshold: number): Part | null {
  // Of a group that is not to be counted no claim keeps a number.
  const isHidden = ({ kind, id, partOf }: Part) =>
    hidden[kind].has(id) || (kind === "claims" && hidden.groups.has(partOf!));
  for (const tree of trees) {
    const partsOf = (whole: Part) =>
      whole.kind === "groups" ? tree.filter(({ partOf }) => partOf === whole.id) : [];
    const below = (part: Part): Part[] => partsOf(part).flatMap((next) => [next, ...below(next)]);
    for (const whole of tree) {
      const { number } = whole;
      if (whole.kind === "claims" || number === undefined || isHidden(whole)) continue;
      const isCounted = (part: Part) =>
        part.unit === whole.unit && part.number !== undefined && !isHidden(part);
      const outermost = (part: Part): Part[] =>
        partsOf(part).flatMap((next) => (isCounted(next) ? [next] : outermost(next)));
      const isTelling = (parts: Part[]) =>
        leavesFew(
          number,
          parts.map((part) => part.number!),
          threshold,
        );
      const one = below(whole).find((part) => isCounted(part) && isTelling([part]));
      if (one) return one;
      const all = outermost(whole);
      const of = (kind: Kind) => all.filter((part) => part.kind === kind);
      const together = [of("groups"), of("claims"), all].find(isTelling);
      if (together) return together.toSorted((a, b) => a.number!.least - b.number!.least)[0]!;
    }
  }
  return null;
}
