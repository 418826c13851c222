import type { CountRange } from "./count-range";
import { fewGroups } from "./few-groups";
import type { Claim, Group, IncidentDocument } from "./incident";
import type { SourceFacts } from "./source";

/** Whole numbers, both inclusive; `most` may be without end. */
type Interval = { least: number; most: number };
type Reading = ReadonlyMap<string, Interval>;

/**
 * The parts whose number must stay unsaid: those that may be few, and those by which one could reckon that
 * the rest of a whole is few. Expects the document as its open claims have it.
 * 1. Numbers are taken from each source by itself, and from all accepted claims together (all, where none is).
 * 2. A whole less one of its parts, however deep, and less all its parts that still have a number, must leave
 *    nobody or certainly `threshold` and more.
 * 3. Where it may leave fewer, that part, or the smallest of them all, is added, until nothing can be reckoned.
 * Parts counted in another unit than their whole are not subtracted from it.
 */
export function partsNotToCount(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  threshold: number,
): Set<string> {
  const hidden = new Set<string>();
  const readings = readingsOf(doc);
  for (;;) {
    const few = fewGroups(doc, sources, threshold, hidden);
    for (const { id, partOf } of doc.groups) if (partOf !== null && few.has(id)) hidden.add(id);
    const telling = findTelling(doc.groups, readings, hidden, threshold);
    if (telling === null) return hidden;
    hidden.add(telling);
  }
}

function findTelling(
  groups: Group[],
  readings: Reading[],
  hidden: ReadonlySet<string>,
  threshold: number,
): string | null {
  const partsOf = (whole: Group) => groups.filter(({ partOf }) => partOf === whole.id);
  for (const reading of readings)
    for (const whole of groups) {
      const all = reading.get(whole.id);
      if (all === undefined || hidden.has(whole.id)) continue;
      const isCounted = (part: Group) =>
        part.unit === whole.unit && reading.has(part.id) && !hidden.has(part.id);
      const below = (group: Group): Group[] =>
        partsOf(group).flatMap((part) => [part, ...below(part)]);
      const outermost = (group: Group): Group[] =>
        partsOf(group).flatMap((part) => (isCounted(part) ? [part] : outermost(part)));
      const leavesFew = (parts: Group[]) => {
        const taken = parts.map(({ id }) => reading.get(id)!);
        const least = all.least - taken.reduce((sum, { most }) => sum + most, 0);
        const most = all.most - taken.reduce((sum, { least }) => sum + least, 0);
        return parts.length > 0 && most >= 1 && least < threshold;
      };
      const one = below(whole).find((part) => isCounted(part) && leavesFew([part]));
      if (one) return one.id;
      const together = outermost(whole);
      if (leavesFew(together))
        return together.toSorted((a, b) => reading.get(a.id)!.least - reading.get(b.id)!.least)[0]!
          .id;
    }
  return null;
}

function readingsOf({ claims }: IncidentDocument): Reading[] {
  const counts = claims.filter(
    (claim) => claim.field === "count" && claim.eventId === null && claim.scope !== "part",
  );
  const accepted = counts.filter(({ assessment }) => assessment === "accepted");
  const decided = new Set(accepted.map(({ groupId }) => groupId));
  const together = [...accepted, ...counts.filter(({ groupId }) => !decided.has(groupId))];
  const bySource = new Map<string, Claim[]>();
  for (const claim of counts)
    bySource.set(claim.sourceId, [...(bySource.get(claim.sourceId) ?? []), claim]);
  return [together, ...bySource.values()].map(readingOf);
}

/** Each group's number, as wide as all the claims on it together. */
function readingOf(claims: Claim[]): Reading {
  const numbers = new Map<string, Interval>();
  for (const { groupId, count } of claims) {
    const next = count && intervalOf(count);
    if (groupId === null || !next) continue;
    const { least, most } = numbers.get(groupId) ?? next;
    numbers.set(groupId, {
      least: Math.min(least, next.least),
      most: Math.max(most, next.most),
    });
  }
  return numbers;
}

/** A `best` stands for a bound that is not given; null when nothing is. */
function intervalOf({ low, best, high }: CountRange): Interval | null {
  if (low === null && best === null && high === null) return null;
  return { least: low ?? best ?? 0, most: high ?? best ?? Number.POSITIVE_INFINITY };
}
