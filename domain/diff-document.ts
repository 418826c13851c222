import type { CountRange } from "./count-range";
import type { Claim, Concerned, Group, IncidentDocument, IncidentEvent, Place } from "./incident";
import type { PartialDate } from "./partial-date";

/** The lists of codes a field of a document may come from, as `vocabulary.<list>` in messages. */
export type CodeList =
  | "role"
  | "unit"
  | "ageBand"
  | "sex"
  | "circumstance"
  | "eventType"
  | "modality"
  | "claimField"
  | "status"
  | "claimScope"
  | "credibility"
  | "assessment"
  | "sourceKind"
  | "reliability"
  | "access";

/** A value as it can be put into words; null = nothing was written there. */
export type FieldValue =
  | { kind: "text"; text: string }
  | { kind: "count"; count: CountRange }
  | { kind: "date"; date: PartialDate }
  | { kind: "codes"; list: CodeList; codes: string[] }
  | { kind: "country"; id: string }
  | { kind: "places"; places: Place[] }
  | { kind: "concerned"; groups: Concerned[] }
  | { kind: "group" | "event" | "source"; id: string }
  | { kind: "sources"; ids: string[] }
  | { kind: "characters"; count: number }
  | { kind: "yes" }
  | null;

export type DocumentPart = "incident" | "group" | "event" | "claim";

export type FieldChange = { field: string; before: FieldValue; after: FieldValue };

/**
 * One thing that changed. `id` is null for the incident itself and where the order of a list changed.
 * `path`: "title", "groups.<id>". Added and removed things list every field that is filled.
 */
export type DocumentChange = {
  path: string;
  part: DocumentPart;
  id: string | null;
  change: "added" | "removed" | "changed" | "reordered";
  fields: FieldChange[];
};

/**
 * What differs between two versions of a document, by id: first the incident's own fields, then groups, events and
 * claims, each in the order of the newer version and what is gone last. Equal versions give an empty list.
 * The order of groups, events or claims counts only among those that both versions have.
 */
export function diffDocuments(before: IncidentDocument, after: IncidentDocument): DocumentChange[] {
  const own = changedFields(INCIDENT, before, after);
  return [
    ...(own.length > 0
      ? [{ path: "", part: "incident", id: null, change: "changed", fields: own } as const]
      : []),
    ...diffList("group", "groups", GROUP, before.groups, after.groups),
    ...diffList("event", "events", EVENT, before.events, after.events),
    ...diffList("claim", "claims", CLAIM, before.claims, after.claims),
  ];
}

/** How each field of a thing becomes a value. */
export type Readers<T> = { [Field in keyof Omit<T, "id">]-?: (value: T[Field]) => FieldValue };

export const text = (value: string): FieldValue =>
  value === "" ? null : { kind: "text", text: value };
export const date = (value: PartialDate | null): FieldValue =>
  value && { kind: "date", date: value };
export const code =
  (list: CodeList) =>
  (value: string | number | null): FieldValue =>
    value === null ? null : { kind: "codes", list, codes: [String(value)] };
const id =
  (kind: "group" | "event" | "source") =>
  (value: string | null): FieldValue =>
    value === null ? null : { kind, id: value };
const count = (value: CountRange | null): FieldValue =>
  value === null || (value.low === null && value.best === null && value.high === null)
    ? null
    : { kind: "count", count: value };

const INCIDENT: Readers<Pick<IncidentDocument, "title" | "summary">> = {
  title: text,
  summary: text,
};

const GROUP: Readers<Group> = {
  label: text,
  role: code("role"),
  nationality: (value) => (value === null ? null : { kind: "country", id: value }),
  unit: code("unit"),
  count,
  partOf: id("group"),
  ageBand: code("ageBand"),
  sex: code("sex"),
  circumstances: (codes) =>
    codes.length === 0 ? null : { kind: "codes", list: "circumstance", codes },
};

const EVENT: Readers<IncidentEvent> = {
  type: code("eventType"),
  modality: code("modality"),
  date,
  places: (places) => (places.length === 0 ? null : { kind: "places", places }),
  description: text,
  groups: (groups) => (groups.length === 0 ? null : { kind: "concerned", groups }),
};

const CLAIM: Readers<Claim> = {
  sourceId: id("source"),
  groupId: id("group"),
  eventId: id("event"),
  field: code("claimField"),
  count,
  date,
  place: (place) => place && { kind: "places", places: [place] },
  modality: code("modality"),
  status: code("status"),
  scope: code("claimScope"),
  scopeText: text,
  statement: text,
  quote: text,
  locator: text,
  credibility: code("credibility"),
  assessment: code("assessment"),
  acknowledged: (value) => (value ? { kind: "yes" } : null),
};

function diffList<T extends { id: string }>(
  part: DocumentPart,
  list: string,
  readers: Readers<T>,
  before: readonly T[],
  after: readonly T[],
): DocumentChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  const changes: DocumentChange[] = [];
  const add = (id: string, change: DocumentChange["change"], fields: FieldChange[]) =>
    changes.push({ path: `${list}.${id}`, part, id, change, fields });
  for (const item of after) {
    const was = old.get(item.id);
    const fields = changedFields(readers, was ?? null, item);
    if (!was) add(item.id, "added", fields);
    else if (fields.length > 0) add(item.id, "changed", fields);
  }
  for (const item of before)
    if (!kept.has(item.id)) add(item.id, "removed", changedFields(readers, item, null));
  const order = (items: readonly T[], others: { has(id: string): boolean }) =>
    items.flatMap((item) => (others.has(item.id) ? [item.id] : [])).join(" ");
  if (order(before, kept) !== order(after, old))
    changes.push({ path: list, part, id: null, change: "reordered", fields: [] });
  return changes;
}

/** The fields whose values differ; null = the thing was or is not there. */
export function changedFields<T extends object>(
  readers: Readers<T>,
  before: NoInfer<T> | null,
  after: NoInfer<T> | null,
): FieldChange[] {
  const names = Object.keys(readers) as (keyof Readers<T> & string)[];
  const read = (item: T | null, name: keyof Readers<T>) =>
    item === null ? null : readers[name](item[name as keyof T] as never);
  return names.flatMap((field) => {
    const [was, is] = [read(before, field), read(after, field)];
    return isSame(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** Values are plain data; only the order of their keys may differ, as they come from different writers. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
