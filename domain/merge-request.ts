import type { MergeChoice, MergedGroup } from "./merge-cases";

type Asked = Pick<URLSearchParams, "get">;
type Named = Readonly<Record<"groups" | "events", readonly { id: string }[]>>;

export const GROUP_FIELD = "group.";
export const EVENT_FIELD = "event.";
const OTHER = "other";

/**
 * What a person chose for the groups and events of the merged incident, as the form sends it: `group.ID` is
 * `same:ID`, `part:ID` or `other`, `event.ID` is an id or `other`. What was not sent is as suggested.
 */
export function parseMergeChoice(asked: Asked, gone: Named, suggested: MergeChoice): MergeChoice {
  const groups = gone.groups.map(({ id }): [string, MergedGroup] => [
    id,
    readGroup(asked.get(GROUP_FIELD + id)) ?? suggested.groups[id] ?? { as: "other" },
  ]);
  const events = gone.events.map(({ id }): [string, string | null] => {
    const sent = asked.get(EVENT_FIELD + id);
    return [id, sent === null ? (suggested.events[id] ?? null) : sent === OTHER ? null : sent];
  });
  return { groups: Object.fromEntries(groups), events: Object.fromEntries(events) };
}

/** The same choice as the fields of a form. */
export function serializeMergeChoice({ groups, events }: MergeChoice): URLSearchParams {
  const params = new URLSearchParams();
  for (const [id, group] of Object.entries(groups)) params.set(GROUP_FIELD + id, groupValue(group));
  for (const [id, event] of Object.entries(events)) params.set(EVENT_FIELD + id, event ?? OTHER);
  return params;
}

/** A group's choice as the value of a field. */
export function groupValue(group: MergedGroup): string {
  return group.as === "other" ? OTHER : `${group.as}:${group.groupId}`;
}

function readGroup(sent: string | null): MergedGroup | null {
  if (sent === OTHER) return { as: "other" };
  const [, as, groupId] = sent?.match(/^(same|part):(.+)$/) ?? [];
  return as === "same" || as === "part" ? { as, groupId: groupId! } : null;
}
