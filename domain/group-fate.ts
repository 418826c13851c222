import type { CountRange } from "./count-range";
import { isUnknownCount } from "./count-range";
import { inTimelineOrder } from "./current-status";
import { CUSTODY, isOutOfReach } from "./custody";
import { eventsByBeginning } from "./events-by-beginning";
import { groupTree } from "./group-tree";
import type { DerivedGroup, Headline } from "./headline-type";
import type { Group, IncidentDocument } from "./incident";
import { EVENT_TYPES, type EventType, type Modality } from "./vocabulary";

/**
 * What happened to a group in one event. `count`: how many of them, null = all or not said.
 * `inherited`: the event names only a group that this one is part of.
 */
export type FateStep = {
  eventId: string;
  type: EventType;
  modality: Modality;
  count: CountRange | null;
  inherited: boolean;
};

/** A group with what became of it. `atRiskOf`: expected dangers it is still within reach of. */
export type GroupFate = {
  group: Group;
  depth: number;
  steps: FateStep[];
  atRiskOf: EventType[];
} & Pick<DerivedGroup, "count" | "corroboration" | "statuses">;

/**
 * What became of each group, wholes before their parts, the events of each by their beginning.
 * An event that names no group concerns everyone, unless it changes nobody's custody and threatens none.
 */
export function groupFates(doc: IncidentDocument, headline: Headline): GroupFate[] {
  const order = eventsByBeginning(doc, headline);
  const placeOf = new Map(
    inTimelineOrder(doc.events, headline.events).map(({ id }, place) => [id, place]),
  );
  const byId = new Map(doc.groups.map((group) => [group.id, group]));
  return groupTree(doc.groups).map(({ group, depth }) => {
    const { count, corroboration, statuses } = headline.groups[group.id]!;
    const steps = order.flatMap((event): FateStep[] => {
      const { modality, counts } = headline.events[event.id]!;
      const { status, danger } = CUSTODY[event.type];
      const concerned =
        event.groups.length > 0
          ? nearest(group, byId, (id) => id in counts)
          : status !== null || danger
            ? group.id
            : null;
      if (concerned === null) return [];
      const some = concerned === group.id ? counts[group.id] : undefined;
      return [
        {
          eventId: event.id,
          type: event.type,
          modality,
          count: some === undefined || isUnknownCount(some) ? null : some,
          inherited: concerned !== group.id,
        },
      ];
    });
    const isOver = (eventId: string) =>
      statuses.length > 0 &&
      statuses.every(
        (now) =>
          now.status === "died" ||
          (isOutOfReach(now.status) &&
            (now.eventId === null || placeOf.get(now.eventId)! > placeOf.get(eventId)!)),
      );
    const dangers = steps.filter(
      ({ type, modality, eventId }) =>
        modality === "anticipated" && CUSTODY[type].danger && !isOver(eventId),
    );
    return {
      group,
      depth,
      count,
      corroboration,
      statuses,
      steps,
      atRiskOf: EVENT_TYPES.filter((type) => dangers.some((step) => step.type === type)),
    };
  });
}

/** The group itself or the nearest whole around it that the test takes; null when none. */
function nearest(
  group: Group,
  byId: ReadonlyMap<string, Group>,
  takes: (id: string) => boolean,
): string | null {
  const seen = new Set<string>();
  for (let at: Group | undefined = group; at && !seen.has(at.id); at = byId.get(at.partOf ?? "")) {
    if (takes(at.id)) return at.id;
    seen.add(at.id);
  }
  return null;
}
