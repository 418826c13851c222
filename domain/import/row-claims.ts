import { type CountRange, isUnknownCount, unknownCount } from "../count-range";
import type { Claim, Group, IncidentEvent } from "../incident";
import type { NewSource } from "../new-source";
import type { Status } from "../vocabulary";
import { PERSONS_ID, type RowGroup } from "./row-people";

/** Claims and, where they say it, the groups and events without values of their own: what is cited is a claim alone. */
export type CitedRow = { groups: Group[]; events: IncidentEvent[]; claims: Claim[] };

/**
 * What the sources of a row say, one claim for each fact and source; without a source the facts are the editor's own.
 * A part that is certainly larger than its whole contradicts it: its claim is to be worked on, `work_needed`.
 */
export function citeRow(
  groups: readonly RowGroup[],
  events: readonly IncidentEvent[],
  sources: readonly NewSource[],
  { quote, status }: { quote: string; status: Status | null },
): CitedRow {
  if (sources.length === 0)
    return {
      groups: groups.map(({ group, count }) =>
        isUnknownCount(count) ? group : { ...group, count },
      ),
      events: [...events],
      claims: [],
    };
  const whole = groups.find(({ group }) => group.id === PERSONS_ID)?.count ?? unknownCount;
  const facts = [
    ...groups.flatMap(({ group, count }) => countFacts(group, count, whole)),
    ...events.flatMap(eventFacts),
    ...(status && groups.some(({ group }) => group.id === PERSONS_ID)
      ? [{ subject: PERSONS_ID, groupId: PERSONS_ID, field: "status" as const, status }]
      : []),
    ...(quote === "" ? [] : [{ subject: "incident", field: "statement" as const, quote }]),
  ];
  return {
    groups: groups.map(({ group }) => group),
    events: events.map((event) => ({ ...event, date: null, places: [] })),
    claims: sources.flatMap(({ key }, at) => facts.map((fact) => claimOf(fact, key, at + 1))),
  };
}

type Fact = { subject: string; field: Claim["field"]; detail?: string } & Partial<Claim>;

function countFacts(group: Group, count: CountRange, whole: CountRange): Fact[] {
  if (isUnknownCount(count)) return [];
  const isAbove =
    group.partOf !== null &&
    group.unit === "person" &&
    whole.high !== null &&
    (count.low ?? count.best ?? 0) > whole.high;
  const assessment = isAbove ? "work_needed" : "accepted";
  return [{ subject: group.id, groupId: group.id, field: "count", count, assessment }];
}

function eventFacts({ id, modality, date, places }: IncidentEvent): Fact[] {
  const about = { subject: id, eventId: id };
  return [
    { ...about, field: "modality", modality },
    ...(date ? [{ ...about, field: "date" as const, date }] : []),
    ...places.map((place, at) => ({
      ...about,
      field: "place" as const,
      place,
      detail: `.${place.role}.${at + 1}`,
    })),
  ];
}

/** `number`: which of the row's sources it is, from 1. */
function claimOf({ subject, detail = "", ...fact }: Fact, sourceId: string, number: number): Claim {
  return {
    id: `c:${subject}.${fact.field}${detail}.${number}`,
    sourceId,
    groupId: null,
    eventId: null,
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
    ...fact,
  };
}
