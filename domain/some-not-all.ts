import { type CountRange, unknownCount } from "./count-range";
import { countReadings, leavesFew } from "./count-readings";
import { isOnlySome } from "./current-status";
import { countFrom, deriveGroup } from "./derive-group";
import { weigh } from "./evidence";
import type { Claim, IncidentDocument } from "./incident";
import type { SourceFacts } from "./source";
import { withWholes } from "./with-wholes";

/**
 * For each event and group, by `eventAndGroup`, where a number of the event may leave few of the group or of one
 * it is part of: the range that may stand in its place. It says that the event took some, and that it did not take
 * all where its numbers said so, for an event without a number would have taken everybody.
 * Of a group that is small itself nothing more is hidden.
 */
export function someNotAll(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  threshold: number,
): Map<string, CountRange> {
  const groups = new Map(doc.groups.map((group) => [group.id, group]));
  const ranges = new Map<string, CountRange>();
  for (const { numbers, some } of countReadings(doc))
    for (const { claim, taken } of some) {
      const { eventId } = claim;
      const group = groups.get(claim.groupId!)!;
      const key = eventAndGroup(claim);
      if (eventId === null || ranges.has(key)) continue;
      const isTelling = [...withWholes([group.id], doc.groups)].some((id) => {
        const whole = numbers.get(id);
        return (
          whole !== undefined &&
          groups.get(id)!.unit === group.unit &&
          whole.least >= threshold &&
          leavesFew(whole, [taken], threshold)
        );
      });
      if (!isTelling) continue;
      const said = doc.claims.filter((c) => c.field === "count" && eventAndGroup(c) === key);
      const { count } = deriveGroup(group, doc, sources);
      const least = count.low ?? count.best;
      ranges.set(key, {
        low: 1,
        best: null,
        high:
          least !== null && isOnlySome(countFrom(weigh(said, sources), unknownCount), count)
            ? least - 1
            : null,
      });
    }
  return ranges;
}

export function eventAndGroup({ eventId, groupId }: Pick<Claim, "eventId" | "groupId">): string {
  return `${eventId} ${groupId}`;
}
