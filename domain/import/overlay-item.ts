import type { Claim, Group, IncidentDocument, IncidentEvent } from "../incident";
import { mergeDocuments } from "../merge-documents";
import type { IncidentItem } from "./import-item";
import { MAPPING_FIELD_NAMES, type MappingFieldName, mappingField } from "./mapping-fields";

/**
 * An incident after a row of a mapped table was read into it once more. Parts that came by an import have their local
 * ids in all documents (`renameIds`); whatever has another id was made by hand and stays.
 * 1. What the table has no column for stays as it is in the incident.
 * 2. What it has a column for is as the row says, also where the row says nothing any more.
 * 3. `base`, the incident as the last import left it: a field that only a person changed since stays changed; one that
 *    the table changed is as the table says.
 * 4. How a claim was judged stays; what the row says no more stays where a person has changed or judged it.
 */
export function overlayItem(
  existing: IncidentDocument,
  { document, fields = [] }: Pick<IncidentItem, "document" | "fields">,
  base: IncidentDocument | null,
): IncidentDocument {
  const before = base ?? existing;
  const says = (names: readonly MappingFieldName[]) => names.some((name) => fields.includes(name));
  const groups = overlaid(document.groups, before.groups, {
    merge: (group, was) => mergeGroup(group, was, says),
    isGone: (group) => says(fieldsOfGroup(group.id)),
  });
  const events = overlaid(document.events, before.events, {
    merge: (event, was) => mergeEvent(event, was, says),
    isGone: (event) => says(fieldsOfEvent(event.id)),
  });
  const facts = new Set([...document.claims.map(({ id }) => factOf(id)), ...ownFacts(document)]);
  const claims = overlaid(document.claims, before.claims, {
    merge: (claim, was) => mergeClaim(claim, was, says),
    // Of a fact that the row still has, a source that it does not cite any more.
    isGone: ({ id }) => says(fieldsOfClaim(id)) || (says(SOURCE) && facts.has(factOf(id))),
  });
  const wanted = {
    title: says(["title"]) ? document.title : before.title,
    summary: says(["summary"]) ? document.summary : before.summary,
    groups,
    events,
    claims,
  };
  const merged = mergeDocuments(before, wanted, existing);
  return {
    ...merged,
    groups: inOrderOf(existing.groups, merged.groups),
    events: inOrderOf(existing.events, merged.events),
    claims: inOrderOf(existing.claims, merged.claims),
  };
}

/** The document with other ids for its groups, events and claims, wherever they are named. Sources keep theirs. */
export function renameIds(
  { groups, events, claims, ...rest }: IncidentDocument,
  rename: (id: string) => string,
): IncidentDocument {
  const optional = (id: string | null) => (id === null ? null : rename(id));
  return {
    ...rest,
    groups: groups.map((group) => ({
      ...group,
      id: rename(group.id),
      partOf: optional(group.partOf),
    })),
    events: events.map((event) => ({
      ...event,
      id: rename(event.id),
      groups: event.groups.map((row) => ({ ...row, groupId: rename(row.groupId) })),
    })),
    claims: claims.map((claim) => ({
      ...claim,
      id: rename(claim.id),
      groupId: optional(claim.groupId),
      eventId: optional(claim.eventId),
    })),
  };
}

/** Whether a part of a document came by an import. */
export function isLocalId(id: string): boolean {
  return /^[gec]:/.test(id);
}

/** The parts in the order in which they stand in the incident, then those that are new: an undated event goes by it. */
function inOrderOf<Part extends { id: string }>(there: readonly Part[], parts: Part[]): Part[] {
  const placeOf = new Map(there.map(({ id }, at) => [id, at]));
  const place = ({ id }: Part) => placeOf.get(id) ?? there.length;
  return parts.toSorted((a, b) => place(a) - place(b));
}

/** What was there, as the row says it now and without what is gone, in its order; then what the row has besides. */
function overlaid<Part extends { id: string }>(
  now: readonly Part[],
  before: readonly Part[],
  { merge, isGone }: { merge: (part: Part, was: Part) => Part; isGone: (part: Part) => boolean },
): Part[] {
  const read = new Map(now.map((part) => [part.id, part]));
  const was = new Set(before.map(({ id }) => id));
  const kept = before.flatMap((part) => {
    const again = read.get(part.id);
    if (again) return [merge(again, part)];
    return isLocalId(part.id) && isGone(part) ? [] : [part];
  });
  return [...kept, ...now.filter(({ id }) => !was.has(id))];
}

type Says = (names: readonly MappingFieldName[]) => boolean;

const SOURCE: MappingFieldName[] = ["source_publisher", "source_title", "source_url"];
const DATES = MAPPING_FIELD_NAMES.filter((name) => mappingField(name).group === "date");
const PLACES = MAPPING_FIELD_NAMES.filter((name) => mappingField(name).role !== undefined);
const PERSONS: MappingFieldName[] = ["persons", "persons_low", "persons_best", "persons_high"];
const HELPERS: MappingFieldName[] = ["helpers", "helpers_low", "helpers_best", "helpers_high"];

function mergeGroup(group: Group, was: Group, says: Says): Group {
  const take = <Name extends keyof Group>(name: Name, fields: readonly MappingFieldName[]) =>
    says(fields) ? group[name] : was[name];
  const isPersons = group.id === "g:persons";
  return {
    ...was,
    count: take("count", fieldsOfGroup(group.id)),
    partOf: group.partOf,
    role: take("role", ["role"]),
    nationality: isPersons ? take("nationality", ["nationality"]) : was.nationality,
    sex: isPersons ? take("sex", ["sex"]) : was.sex,
    ageBand: isPersons ? take("ageBand", ["age_band"]) : was.ageBand,
  };
}

function mergeEvent(event: IncidentEvent, was: IncidentEvent, says: Says): IncidentEvent {
  const read = new Set(event.groups.map(({ groupId }) => groupId));
  const byHand = was.groups.filter(({ groupId }) => !isLocalId(groupId) && !read.has(groupId));
  const isStatus = event.id === "e:status";
  return {
    ...was,
    type: says(fieldsOfEvent(event.id)) ? event.type : was.type,
    modality: says(["modality", "event_type"]) ? event.modality : was.modality,
    date: says(isStatus ? ["status_date"] : DATES) ? event.date : was.date,
    places: says(PLACES) ? event.places : was.places,
    description: says(["description", ...PLACES]) ? event.description : was.description,
    groups: [...event.groups, ...byHand],
  };
}

function mergeClaim(claim: Claim, was: Claim, says: Says): Claim {
  const { count, date, place, modality, status, quote } = says(fieldsOfClaim(claim.id))
    ? claim
    : was;
  const sourceId = says(SOURCE) ? claim.sourceId : was.sourceId;
  return { ...was, sourceId, count, date, place, modality, status, quote };
}

/** The columns that say how many a group is, and that it is there. */
function fieldsOfGroup(id: string): MappingFieldName[] {
  const name = id.slice("g:".length);
  if (name === "persons") return PERSONS;
  if (name === "helpers") return HELPERS;
  if (name.startsWith("nationality.")) return ["nationality"];
  return MAPPING_FIELD_NAMES.filter((field) => field === name);
}

/** The columns that say that an event is there. */
function fieldsOfEvent(id: string): MappingFieldName[] {
  if (id === "e:status") return ["status"];
  const type = /^e:part\.(.*)$/.exec(id)?.[1];
  if (type === undefined) return ["event_type"];
  return MAPPING_FIELD_NAMES.filter((name) => mappingField(name).counts?.event === type);
}

/** What a row without a source says by default: the claims of sources that it cited before are gone. */
function ownFacts({ events }: IncidentDocument): string[] {
  return events.flatMap(({ id, places }) => [
    `c:${id}.modality`,
    ...places.map(({ role }, at) => `c:${id}.place.${role}.${at + 1}`),
  ]);
}

/** A claim's id without the number of its source. */
function factOf(id: string): string {
  return id.replace(/\.\d+$/, "");
}

function fieldsOfClaim(id: string): MappingFieldName[] {
  const [, subject = "", field] =
    /^c:(.*)\.(count|date|place|modality|status|statement)(?:\.(?:at|from|to)\.\d+)?\.\d+$/.exec(
      id,
    ) ?? [];
  if (field === "count") return fieldsOfGroup(subject);
  if (field === "date") return subject === "e:status" ? ["status_date"] : DATES;
  if (field === "place") return PLACES;
  if (field === "modality") return fieldsOfEvent(subject);
  return field === "status" ? ["status"] : ["quote"];
}
