import type { IncidentDocument } from "./incident";

type Listed = { id: string };

/**
 * What two people made of one document, brought together field by field.
 * 1. What only one of them changed, added or removed is taken from that one.
 * 2. Where both changed the same field, mine counts.
 * 3. What one removed stays where the other changed it, or where something that stays points to it.
 * `base` is what both began with. Order: mine, then what they added.
 */
export function mergeDocuments(
  base: IncidentDocument,
  mine: IncidentDocument,
  theirs: IncidentDocument,
): IncidentDocument {
  const own = mergeFields(
    { title: base.title, summary: base.summary },
    { title: mine.title, summary: mine.summary },
    { title: theirs.title, summary: theirs.summary },
  );
  const claims = mergeLists(base.claims, mine.claims, theirs.claims);
  const events = withNeeded(
    mergeLists(base.events, mine.events, theirs.events),
    () => claims.map((claim) => claim.eventId),
    [mine.events, theirs.events],
  );
  const groups = withNeeded(
    mergeLists(base.groups, mine.groups, theirs.groups),
    (kept) => [
      ...claims.map((claim) => claim.groupId),
      ...events.flatMap((event) => event.groups.map((row) => row.groupId)),
      ...kept.map((group) => group.partOf),
    ],
    [mine.groups, theirs.groups],
  );
  return { ...own, groups, events, claims };
}

function mergeLists<Item extends Listed>(base: Item[], mine: Item[], theirs: Item[]): Item[] {
  const [before, there, here] = [byId(base), byId(theirs), byId(mine)];
  const kept = mine.flatMap((item) => {
    const [was, other] = [before.get(item.id), there.get(item.id)];
    if (!was) return [item];
    if (other) return [mergeFields(was, item, other)];
    return isSame(was, item) ? [] : [item];
  });
  const added = theirs.filter((item) => !here.has(item.id) && !isSame(before.get(item.id), item));
  return [...kept, ...added];
}

function mergeFields<Item extends object>(base: Item, mine: Item, theirs: Item): Item {
  const merged = { ...theirs };
  for (const field of Object.keys(mine) as (keyof Item)[])
    if (!isSame(base[field], mine[field])) merged[field] = mine[field];
  return merged;
}

/** The list with what `needed` names and only one side still has, until nothing more is missing. */
function withNeeded<Item extends Listed>(
  list: Item[],
  needed: (list: Item[]) => (string | null)[],
  sides: Item[][],
): Item[] {
  const there = new Set(list.map(({ id }) => id));
  const missing = new Set(needed(list).filter((id) => id !== null && !there.has(id)));
  const found = [...byId(sides.flat()).values()].filter(({ id }) => missing.has(id));
  return found.length === 0 ? list : withNeeded([...list, ...found], needed, sides);
}

function byId<Item extends Listed>(items: Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

// The order in which a field's parts happen to be written means nothing.
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
