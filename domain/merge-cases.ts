import { type CountRange, isUnknownCount } from "./count-range";
import type { Claim, Concerned, Group, IncidentDocument, IncidentEvent } from "./incident";
import type { Issue } from "./issue";
import { CIRCUMSTANCES } from "./vocabulary";

/** What a group of the merged incident is in the other: one of its groups, a part of one, or people of its own. */
export type MergedGroup = { as: "same" | "part"; groupId: string } | { as: "other" };

/** By the ids of the merged incident; null: an event of its own. What is not named is its own. */
export type MergeChoice = {
  groups: Readonly<Record<string, MergedGroup>>;
  events: Readonly<Record<string, string | null>>;
};

/** The one incident, and where claims, groups and events of the merged one are in it, by their ids there. */
export type MergedCase = {
  document: IncidentDocument;
  claimIds: ReadonlyMap<string, string>;
  issues: Issue[];
};

/**
 * Makes one incident of two.
 * 1. Title, summary and everything else that is typed are those of `kept`; what it does not know is taken from `gone`.
 * 2. A group or event that is one of `kept` goes into that; its claims speak of it. All others are added.
 * 3. Every claim of both stays, but for those that say word for word the same of the same thing from the same source.
 * 4. An id that `kept` has too is replaced by a new one.
 * Issues, under `groups.ID` and `events.ID` of `gone`: `merge.group_unknown`, `merge.group_twice`,
 * `merge.event_unknown`, `merge.event_twice`, `merge.event_type`.
 */
export function mergeCases(
  kept: IncidentDocument,
  gone: IncidentDocument,
  choice: MergeChoice,
  newId: () => string,
): MergedCase {
  const issues = checkChoice(kept, gone, choice);
  if (issues.length > 0) return { document: kept, claimIds: new Map(), issues };
  const groupIds = idsOf(kept.groups, gone.groups, newId, (id) => {
    const chosen = choice.groups[id];
    return chosen?.as === "same" ? chosen.groupId : null;
  });
  const eventIds = idsOf(kept.events, gone.events, newId, (id) => choice.events[id] ?? null);
  const { claims, claimIds } = mergeClaims(kept, gone, groupIds, eventIds, newId);
  return {
    document: {
      title: kept.title,
      summary: kept.summary === "" ? gone.summary : kept.summary,
      groups: mergeGroups(kept.groups, gone.groups, choice, groupIds),
      events: mergeEvents(kept.events, gone.events, groupIds, eventIds),
      claims,
    },
    claimIds,
    issues: [],
  };
}

function checkChoice(kept: IncidentDocument, gone: IncidentDocument, choice: MergeChoice): Issue[] {
  const issues: Issue[] = [];
  const groups = new Set(kept.groups.map(({ id }) => id));
  const events = new Map(kept.events.map((event) => [event.id, event]));
  const taken = new Set<string>();
  for (const { id } of gone.groups) {
    const chosen = choice.groups[id] ?? { as: "other" };
    if (chosen.as === "other") continue;
    const path = `groups.${id}`;
    if (!groups.has(chosen.groupId)) issues.push({ path, code: "merge.group_unknown" });
    else if (chosen.as === "same") {
      // Two numbers of two groups would stand against each other as if they were of one.
      if (taken.has(chosen.groupId)) issues.push({ path, code: "merge.group_twice" });
      taken.add(chosen.groupId);
    }
  }
  const met = new Set<string>();
  for (const { id, type } of gone.events) {
    const chosen = choice.events[id] ?? null;
    if (chosen === null) continue;
    const path = `events.${id}`;
    const event = events.get(chosen);
    if (!event) issues.push({ path, code: "merge.event_unknown" });
    else if (event.type !== type) issues.push({ path, code: "merge.event_type" });
    else if (met.has(chosen)) issues.push({ path, code: "merge.event_twice" });
    met.add(chosen);
  }
  return issues;
}

function idsOf(
  kept: readonly { id: string }[],
  gone: readonly { id: string }[],
  newId: () => string,
  chosen: (id: string) => string | null,
): Map<string, string> {
  const taken = new Set(kept.map(({ id }) => id));
  return new Map(gone.map(({ id }) => [id, chosen(id) ?? (taken.has(id) ? newId() : id)]));
}

function mergeGroups(
  kept: readonly Group[],
  gone: readonly Group[],
  choice: MergeChoice,
  ids: ReadonlyMap<string, string>,
): Group[] {
  const same = new Map(
    gone.flatMap((group): [string, Group][] =>
      choice.groups[group.id]?.as === "same" ? [[ids.get(group.id)!, group]] : [],
    ),
  );
  const added = gone.flatMap((group): Group[] => {
    const chosen = choice.groups[group.id] ?? { as: "other" };
    if (chosen.as === "same") return [];
    const whole = group.partOf === null ? null : ids.get(group.partOf)!;
    const partOf = chosen.as === "part" ? chosen.groupId : whole;
    return [{ ...group, id: ids.get(group.id)!, partOf }];
  });
  return [...kept.map((group) => filledGroup(group, same.get(group.id))), ...added];
}

function filledGroup(kept: Group, gone: Group | undefined): Group {
  if (!gone) return kept;
  return {
    ...kept,
    nationality: kept.nationality ?? gone.nationality,
    count: knownOf(kept.count, gone.count),
    ageBand: kept.ageBand ?? gone.ageBand,
    sex: kept.sex ?? gone.sex,
    circumstances: CIRCUMSTANCES.filter(
      (one) => kept.circumstances.includes(one) || gone.circumstances.includes(one),
    ),
    label: kept.label === "" ? gone.label : kept.label,
  };
}

function mergeEvents(
  kept: readonly IncidentEvent[],
  gone: readonly IncidentEvent[],
  groupIds: ReadonlyMap<string, string>,
  eventIds: ReadonlyMap<string, string>,
): IncidentEvent[] {
  const moved = gone.map((event) => ({
    ...event,
    id: eventIds.get(event.id)!,
    groups: event.groups.map((one) => ({ ...one, groupId: groupIds.get(one.groupId)! })),
  }));
  const byId = new Map(moved.map((event) => [event.id, event]));
  const known = new Set(kept.map(({ id }) => id));
  return [
    ...kept.map((event) => filledEvent(event, byId.get(event.id))),
    ...moved.filter(({ id }) => !known.has(id)),
  ];
}

function filledEvent(kept: IncidentEvent, gone: IncidentEvent | undefined): IncidentEvent {
  if (!gone) return kept;
  const isReported = kept.modality === "reported" || gone.modality === "reported";
  return {
    ...kept,
    modality: isReported ? "reported" : kept.modality,
    date: kept.date ?? gone.date,
    places: kept.places.length > 0 ? kept.places : gone.places,
    description: joinTexts(kept.description, gone.description),
    groups: joinConcerned(kept.groups, gone.groups),
  };
}

/** Each group once; what `kept` says of it stays, for no number there means all of them. */
function joinConcerned(kept: readonly Concerned[], gone: readonly Concerned[]): Concerned[] {
  const there = new Set(kept.map(({ groupId }) => groupId));
  return [...kept, ...gone.filter(({ groupId }) => !there.has(groupId))];
}

function mergeClaims(
  kept: IncidentDocument,
  gone: IncidentDocument,
  groupIds: ReadonlyMap<string, string>,
  eventIds: ReadonlyMap<string, string>,
  newId: () => string,
): { claims: Claim[]; claimIds: Map<string, string> } {
  const said = new Map(kept.claims.map((claim) => [saying(claim), claim.id]));
  const taken = new Set(kept.claims.map(({ id }) => id));
  const claimIds = new Map<string, string>();
  const added: Claim[] = [];
  for (const claim of gone.claims) {
    const { id, groupId, eventId } = claim;
    const moved: Claim = {
      ...claim,
      id: taken.has(id) ? newId() : id,
      groupId: groupId === null ? null : groupIds.get(groupId)!,
      eventId: eventId === null ? null : eventIds.get(eventId)!,
    };
    const there = said.get(saying(moved));
    claimIds.set(id, there ?? moved.id);
    if (there === undefined) added.push(moved);
  }
  return { claims: [...kept.claims, ...added], claimIds };
}

function saying({ id: _id, ...claim }: Claim): string {
  return JSON.stringify(Object.entries(claim).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function knownOf(first: CountRange, second: CountRange): CountRange {
  return isUnknownCount(first) ? second : first;
}

function joinTexts(first: string, second: string): string {
  if (second === "" || first.includes(second)) return first;
  return first === "" ? second : `${first}\n${second}`;
}
