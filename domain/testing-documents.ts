import type { CountRange } from "./count-range";
import type { Claim, Group, IncidentDocument, IncidentEvent } from "./incident";
import type { PartialDate } from "./partial-date";
import type { SourceFacts } from "./source";

/** Builders for tests: each gives a valid piece in which only what the test speaks of is set. */

export const unknownCount: CountRange = { low: null, best: null, high: null };

export function exactly(n: number): CountRange {
  return { low: n, best: n, high: n };
}

export function days(earliest: string | null, latest: string | null): PartialDate {
  return { text: "", earliest, latest, kind: "within", basis: "stated", precision: 5 };
}

export function aGroup(id: string, rest: Partial<Group> = {}): Group {
  return {
    id,
    role: "seeking_refuge",
    nationality: null,
    unit: "person",
    count: unknownCount,
    partOf: null,
    ageBand: null,
    sex: null,
    circumstances: [],
    label: "",
    ...rest,
  };
}

export function anEvent(id: string, rest: Partial<IncidentEvent> = {}): IncidentEvent {
  return {
    id,
    type: "arrest",
    modality: "reported",
    date: null,
    places: [],
    description: "",
    groups: [],
    ...rest,
  };
}

export function aClaim(id: string, sourceId: string, rest: Partial<Claim> = {}): Claim {
  return {
    id,
    sourceId,
    groupId: null,
    eventId: null,
    field: "statement",
    count: null,
    date: null,
    place: null,
    modality: null,
    status: null,
    scope: "whole",
    scopeText: "",
    statement: "",
    quote: "",
    locator: "",
    credibility: null,
    assessment: "accepted",
    acknowledged: false,
    ...rest,
  };
}

export function aSource(id: string, rest: Partial<SourceFacts> = {}): SourceFacts {
  return { id, publisher: id, reliability: "B", published: null, derived: false, ...rest };
}

export function aDocument(rest: Partial<IncidentDocument> = {}): IncidentDocument {
  return { title: "An incident", summary: "", groups: [], events: [], claims: [], ...rest };
}

export function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
