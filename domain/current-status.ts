import type { CountRange } from "./count-range";
import { CUSTODY, statusRank } from "./custody";
import { weigh } from "./evidence";
import type { CurrentStatus, DerivedEvent } from "./headline-type";
import type { Group, IncidentDocument, IncidentEvent } from "./incident";
import { isUnknown } from "./partial-date";
import type { SourceFacts } from "./source";

type Current = Pick<CurrentStatus, "status" | "eventId">;

/**
 * Events in the order in which they happened: by latest possible day, then earliest.
 * An undated event stays behind the event the editor put before it.
 */
export function inTimelineOrder(
  list: IncidentEvent[],
  events: Record<string, DerivedEvent>,
): IncidentEvent[] {
  let before = "";
  const keyed = list.map((event, position) => {
    const date = events[event.id]!.date;
    const key =
      date && !isUnknown(date) ? `${date.latest ?? "9999-99-99"} ${date.earliest ?? ""}` : before;
    before = key;
    return { event, key, position };
  });
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.position - b.position))
    .map(({ event }) => event);
}

/**
 * What each group's custody is now, most severe first; empty when nothing tells.
 * 1. The last reported event that concerns the group, or a group it is part of, gives the status.
 * 2. An event that certainly took only some of them adds its status and leaves the rest theirs.
 * 3. An event that names no group concerns everyone.
 * 4. Only where no event tells, the weightiest claim of a status does.
 */
export function currentStatuses(
  doc: IncidentDocument,
  order: IncidentEvent[],
  events: Record<string, DerivedEvent>,
  groups: ReadonlyMap<string, { count: CountRange }>,
  sources: ReadonlyMap<string, SourceFacts>,
): Map<string, Current[]> {
  const byId = new Map(doc.groups.map((group) => [group.id, group]));
  const result = new Map<string, Current[]>();
  for (const group of doc.groups) {
    let current: Current[] = [];
    for (const event of order) {
      const derived = events[event.id]!;
      const status = CUSTODY[event.type].status;
      if (status === null || derived.modality !== "reported") continue;
      const taken = concernedBy(event, derived, group, byId);
      if (taken === null) continue;
      const rest = isOnlySome(taken.count, groups.get(taken.groupId)?.count) ? current : [];
      current = [{ status, eventId: event.id }, ...rest.filter((c) => c.status !== status)];
    }
    if (current.length === 0) current = claimedStatus(group, doc, sources);
    result.set(
      group.id,
      current.sort((a, b) => statusRank(a.status) - statusRank(b.status)),
    );
  }
  return result;
}

/** Which group of the event covers this one, itself or a whole it is part of; null when none does. */
function concernedBy(
  event: IncidentEvent,
  derived: DerivedEvent,
  group: Group,
  byId: ReadonlyMap<string, Group>,
): { groupId: string; count: CountRange | null } | null {
  if (event.groups.length === 0) return { groupId: group.id, count: null };
  const seen = new Set<string>();
  for (let at: Group | undefined = group; at && !seen.has(at.id); at = byId.get(at.partOf ?? "")) {
    seen.add(at.id);
    const count = derived.counts[at.id];
    if (count) return { groupId: at.id, count };
  }
  return null;
}

/** Whether an event certainly took fewer than the group is. */
export function isOnlySome(taken: CountRange | null, whole: CountRange | undefined): boolean {
  const most = taken?.high ?? taken?.best ?? null;
  const least = whole?.low ?? whole?.best ?? null;
  return most !== null && least !== null && most < least;
}

function claimedStatus(
  group: Group,
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
): Current[] {
  const claims = doc.claims.filter(
    (claim) => claim.field === "status" && claim.groupId === group.id,
  );
  const status = weigh(claims, sources)[0]?.claim.status;
  return status ? [{ status, eventId: null }] : [];
}
