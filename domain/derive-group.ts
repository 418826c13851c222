import { type CountRange, countsConflict, hullCount } from "./count-range";
import { anyConflict, corroborate, type Evidence, weigh } from "./evidence";
import type { Claim, Group, IncidentDocument } from "./incident";
import type { SourceFacts } from "./source";
import type { Corroboration } from "./vocabulary";

/**
 * How many a group is, by its claims; by the editor's own figure where no claim stands.
 * A claim scoped to a part never enters the whole; one of unknown scope does.
 */
export function deriveGroup(
  group: Group,
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
): { count: CountRange; corroboration: Corroboration } {
  const evidence = weigh(
    doc.claims.filter(
      (claim) =>
        claim.field === "count" &&
        claim.groupId === group.id &&
        claim.eventId === null &&
        claim.scope !== "part",
    ),
    sources,
  );
  return {
    count: countFrom(evidence, group.count),
    corroboration: corroborate(evidence, anyConflict(evidence, conflictingCounts)),
  };
}

/**
 * The range that holds every claim, with the best of the weightiest one; `fallback` when there is no claim.
 * A null bound stays null.
 */
export function countFrom(evidence: Evidence[], fallback: CountRange): CountRange {
  const counts = evidence.flatMap(({ claim }) => (claim.count ? [claim.count] : []));
  const first = counts[0];
  if (first === undefined) return fallback;
  return { ...hullCount(counts), best: first.best };
}

function conflictingCounts(a: Claim, b: Claim): boolean {
  return a.count !== null && b.count !== null && countsConflict(a.count, b.count);
}
