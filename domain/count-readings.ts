import type { CountRange } from "./count-range";
import type { Claim, IncidentDocument } from "./incident";

/** Whole numbers, both inclusive; `most` may be without end. */
export type Interval = { least: number; most: number };

/** Numbers that a reader may subtract: how many each group is, and the claims that count only some of one. */
export type Reading = {
  numbers: ReadonlyMap<string, Interval>;
  some: { claim: Claim; taken: Interval }[];
};

/**
 * The numbers of the accepted claims; of these with all claims on groups of which none is accepted, and all that
 * count only some of a group; and of each source by itself. Some of a group: a part that is no group, or those
 * an event concerned.
 */
export function countReadings({ claims }: IncidentDocument): Reading[] {
  const counts = claims.filter(({ field }) => field === "count");
  const accepted = counts.filter(({ assessment }) => assessment === "accepted");
  const decided = new Set(accepted.filter((claim) => !isOfSome(claim)).map((c) => c.groupId));
  const together = counts.filter(
    (claim) => claim.assessment === "accepted" || isOfSome(claim) || !decided.has(claim.groupId),
  );
  const bySource = new Map<string, Claim[]>();
  for (const claim of counts)
    bySource.set(claim.sourceId, [...(bySource.get(claim.sourceId) ?? []), claim]);
  return [accepted, together, ...bySource.values()].map(readingOf);
}

/** Whether somebody stays when the parts are taken from the whole, and perhaps fewer than `threshold`. */
export function leavesFew(whole: Interval, parts: Interval[], threshold: number): boolean {
  const least = whole.least - parts.reduce((sum, { most }) => sum + most, 0);
  const most = whole.most - parts.reduce((sum, { least }) => sum + least, 0);
  return parts.length > 0 && most >= 1 && least < threshold;
}

function isOfSome({ eventId, scope }: Claim): boolean {
  return eventId !== null || scope === "part";
}

/** Each group's number is as wide as all the claims on it together. */
function readingOf(claims: Claim[]): Reading {
  const numbers = new Map<string, Interval>();
  const some: Reading["some"] = [];
  for (const claim of claims) {
    const next = claim.count && intervalOf(claim.count);
    if (claim.groupId === null || !next) continue;
    if (isOfSome(claim)) {
      some.push({ claim, taken: next });
      continue;
    }
    const { least, most } = numbers.get(claim.groupId) ?? next;
    numbers.set(claim.groupId, {
      least: Math.min(least, next.least),
      most: Math.max(most, next.most),
    });
  }
  return { numbers, some };
}

/** A `best` stands for a bound that is not given; null when nothing is. */
function intervalOf({ low, best, high }: CountRange): Interval | null {
  if (low === null && best === null && high === null) return null;
  return { least: low ?? best ?? 0, most: high ?? best ?? Number.POSITIVE_INFINITY };
}
