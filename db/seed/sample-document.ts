import { type CountRange, isUnknownCount, unknownCount } from "../../domain/count-range";
import { type Claim, type IncidentDocument, type Place, placeSchema } from "../../domain/incident";
import type { Issue } from "../../domain/issue";
import { parseCount } from "../../domain/parse-count";
import type { PartialDate } from "../../domain/partial-date";
import { parseTypedDate } from "../../domain/typed-date";
import { type DateBasis, MODALITIES, STATUSES } from "../../domain/vocabulary";
import type { SampleClaim, SampleIncident } from "./sample-file";

type KnownSource = { id: string; published: PartialDate | null };

/**
 * A sample incident as the document that is logged: keys become ids, typed dates and counts become values,
 * relative dates reckoned from the publication of the source that gives them. Throws where a key leads nowhere
 * or a text cannot be read.
 */
export function sampleDocument(
  sample: SampleIncident,
  sources: ReadonlyMap<string, KnownSource>,
  newId: () => string,
): IncidentDocument {
  const groupIds = new Map(sample.groups.map(({ key }) => [key, newId()]));
  const eventIds = new Map(sample.events.map(({ key }) => [key, newId()]));
  return {
    title: sample.title,
    summary: sample.summary,
    groups: sample.groups.map(({ key, partOf, ...group }) => ({
      ...group,
      id: found(groupIds, key),
      count: unknownCount,
      partOf: partOf === undefined ? null : found(groupIds, partOf),
    })),
    events: sample.events.map(({ key, date, dateBasis, groups, ...event }) => ({
      ...event,
      id: found(eventIds, key),
      date: date === undefined ? null : readSampleDate(date, dateBasis, null),
      places: [],
      groups: groups.map((group) => ({ groupId: found(groupIds, group), count: unknownCount })),
    })),
    claims: sample.claims.map((claim) => {
      const { source: sourceKey, group, event, value, dateBasis: _basis, ...rest } = claim;
      const source = found(sources, sourceKey);
      return {
        ...rest,
        id: newId(),
        sourceId: source.id,
        groupId: group === undefined ? null : found(groupIds, group),
        eventId: event === undefined ? null : found(eventIds, event),
        ...claimValue(claim, value ?? "", source.published),
      };
    }),
  };
}

/** The date somebody typed, with the basis they gave where they gave one. Throws where it cannot be read. */
export function readSampleDate(
  text: string,
  basis: DateBasis | undefined,
  published: PartialDate | null,
): PartialDate {
  const { date, issues } = parseTypedDate(text, { published });
  if (date === null) throw unreadable(text, issues);
  return { ...date, basis: basis ?? date.basis };
}

type Value = Pick<Claim, "count" | "date" | "place" | "modality" | "status">;

function claimValue(claim: SampleClaim, text: string, published: PartialDate | null): Value {
  const none: Value = { count: null, date: null, place: null, modality: null, status: null };
  switch (claim.field) {
    case "count":
      return { ...none, count: readCount(text) };
    case "date":
      return { ...none, date: readSampleDate(text, claim.dateBasis, published) };
    case "place":
      return { ...none, place: readPlace(text) };
    case "modality":
      return { ...none, modality: oneOf(MODALITIES, text) };
    case "status":
      return { ...none, status: oneOf(STATUSES, text) };
    case "statement":
      return none;
  }
}

function readCount(text: string): CountRange {
  const { count, issues } = parseCount(text);
  if (isUnknownCount(count)) throw unreadable(text, issues);
  return count;
}

/** A role and an id of the gazetteer, "at CN-YN/kunming". */
function readPlace(text: string): Place {
  const [role, locationId] = text.split(" ");
  return placeSchema.parse({ role, locationId });
}

function oneOf<Code extends string>(codes: readonly Code[], text: string): Code {
  const code = codes.find((known) => known === text);
  if (code === undefined) throw new Error(`Not one of ${codes.join(", ")}: ${text}`);
  return code;
}

function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample files name ${key}, which they do not have.`);
  return value;
}

function unreadable(text: string, issues: Issue[]): Error {
  return new Error(`Cannot be read: ${text} (${issues.map(({ code }) => code).join(", ")})`);
}
