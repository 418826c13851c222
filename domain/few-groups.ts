import { type CountRange, unknownCount } from "./count-range";
import { deriveGroup } from "./derive-group";
import type { IncidentDocument } from "./incident";
import type { SourceFacts } from "./source";
import { withWholes } from "./with-wholes";

/**
 * The groups that may be fewer people, or families, than `threshold`.
 * A whole whose least number nobody gives is not when a part of it is not, except families by a part in persons.
 * `uncounted`: groups whose number is not to be known.
 */
export function fewGroups(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  threshold: number,
  uncounted: ReadonlySet<string> = new Set(),
): Set<string> {
  const counts = new Map(
    doc.groups.map((group) => [
      group.id,
      uncounted.has(group.id) ? unknownCount : deriveGroup(group, doc, sources).count,
    ]),
  );
  const units = new Map(doc.groups.map(({ id, unit }) => [id, unit]));
  const few = new Set(doc.groups.map(({ id }) => id));
  for (const { id, unit } of doc.groups) {
    if (isFew(counts.get(id)!, threshold)) continue;
    few.delete(id);
    for (const whole of withWholes([id], doc.groups))
      if (counts.get(whole)!.low === null && (units.get(whole) === "person" || unit === "family"))
        few.delete(whole);
  }
  return few;
}

/**
 * Whether a count may stand for less than `threshold`. Cautious: everything is few whose least number is not known
 * to reach it, so "about thirty" and an unknown count are.
 */
export function isFew({ low }: CountRange, threshold: number): boolean {
  return low === null || low < threshold;
}
