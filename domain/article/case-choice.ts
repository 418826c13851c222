import type { MergeChoice } from "../merge-cases";
import { EVENT_FIELD, GROUP_FIELD, groupValue, parseMergeChoice } from "../merge-request";

/*
 * What the groups and events of a case are in an incident that is the same, by the keys of the case: `same:ID`,
 * `part:ID` or `other` for a group, an id or `other` for an event. `ids`: what a key is called in the document.
 */

/** A choice by the ids of the document, as one by the keys of the case. */
export function writeChoice(
  { groups, events }: MergeChoice,
  ids: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    [...ids].flatMap(([key, id]): [string, string][] => {
      const group = groups[id];
      if (group) return [[key, groupValue(group)]];
      return id in events ? [[key, events[id] ?? "other"]] : [];
    }),
  );
}

/** A choice by the keys of the case, as one by the ids of the document. What is no choice is one's own. */
export function readChoice(
  chosen: Readonly<Record<string, string>>,
  ids: ReadonlyMap<string, string>,
): MergeChoice {
  const fields = new Map<string, string>();
  for (const [key, id] of ids) {
    const value = chosen[key];
    if (value !== undefined)
      fields.set((key.startsWith("g") ? GROUP_FIELD : EVENT_FIELD) + id, value);
  }
  const named = (prefix: string) =>
    [...ids].flatMap(([key, id]) => (key.startsWith(prefix) ? [{ id }] : []));
  return parseMergeChoice(
    { get: (name) => fields.get(name) ?? null },
    { groups: named("g"), events: named("e") },
    { groups: {}, events: {} },
  );
}
