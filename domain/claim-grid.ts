import { citedFacts } from "./cited-facts";
import { weigh } from "./evidence";
import { groupTree } from "./group-tree";
import type { Claim, IncidentDocument } from "./incident";
import type { CitedSource } from "./incident-view";
import type { ClaimField } from "./vocabulary";

/** One source, or all the copies folded into one. `copyOf`: ids of what they copy, as far as the incident cites it. */
export type GridColumn = { sourceIds: string[]; isCopy: boolean; copyOf: string[] };

/**
 * A value and the claims of one column that give it. `accepted`: it is among what the derived value rests on:
 * accepted, of the whole, and of no copy.
 */
export type GridEntry = { claims: [Claim, ...Claim[]]; accepted: boolean };

/** One field of a group (`groupId`), of an event (`eventId`), of how many of a group an event concerned (both). */
export type GridRow = {
  key: string;
  field: ClaimField;
  groupId: string | null;
  eventId: string | null;
  /** One list a column, empty where its sources say nothing. */
  cells: GridEntry[][];
};

/** The rows of one group or event; both null = the incident as a whole. */
export type GridSubject = { groupId: string | null; eventId: string | null; rows: GridRow[] };

export type ClaimGrid = { columns: GridColumn[]; subjects: GridSubject[] };

/**
 * What the sources say, fields by sources.
 * 1. Columns: sources in the order in which the incident cites them, copies folded into one at the end.
 * 2. Subjects: groups with their parts behind them, then events, then the incident; those without a claim are left out.
 * 3. Equal values of one column, same scope included, are one entry. Every claim is in exactly one entry.
 */
export function claimGrid(
  { groups, events, claims }: Pick<IncidentDocument, "groups" | "events" | "claims">,
  sources: readonly CitedSource[],
): ClaimGrid {
  const facts = citedFacts(sources);
  const columns = columnsOf(sources);
  const subjects = [
    ...groupTree(groups).map(({ group }) => ({ groupId: group.id, eventId: null })),
    ...events.map(({ id }) => ({ groupId: null, eventId: id })),
    { groupId: null, eventId: null },
  ];
  const groupOrder = groups.map(({ id }) => id);
  const rowsOf = (own: Claim[]) => {
    const rows = new Map<string, Claim[]>();
    for (const claim of own) {
      const key = `${claim.eventId ?? ""} ${claim.field} ${claim.groupId ?? ""}`;
      rows.set(key, [...(rows.get(key) ?? []), claim]);
    }
    return [...rows].map(([key, [first, ...rest]]): GridRow => {
      const ofRow = [first!, ...rest];
      const restsOn = new Set(
        weigh(
          ofRow.filter(({ scope }) => scope !== "part"),
          facts,
        ).map(({ claim }) => claim.id),
      );
      const { field, groupId, eventId } = first!;
      return {
        key,
        field,
        groupId,
        eventId,
        cells: columns.map(({ sourceIds }) =>
          entriesOf(
            ofRow.filter((claim) => sourceIds.includes(claim.sourceId)),
            restsOn,
          ),
        ),
      };
    });
  };
  return {
    columns,
    subjects: subjects
      .map(({ groupId, eventId }) => ({
        groupId,
        eventId,
        rows: rowsOf(
          claims.filter((claim) =>
            eventId === null
              ? claim.eventId === null && claim.groupId === groupId
              : claim.eventId === eventId,
          ),
        ).sort(
          (a, b) =>
            FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field) ||
            groupOrder.indexOf(a.groupId ?? "") - groupOrder.indexOf(b.groupId ?? ""),
        ),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}

const FIELD_ORDER: readonly ClaimField[] = [
  "modality",
  "date",
  "place",
  "count",
  "status",
  "statement",
];

function columnsOf(sources: readonly CitedSource[]): GridColumn[] {
  const cited = new Set(sources.map(({ id }) => id));
  const columns = sources
    .filter(({ derivedFrom }) => derivedFrom.length === 0)
    .map(({ id }): GridColumn => ({ sourceIds: [id], isCopy: false, copyOf: [] }));
  const copies = sources.filter(({ derivedFrom }) => derivedFrom.length > 0);
  if (copies.length === 0) return columns;
  const origins = new Set(copies.flatMap(({ derivedFrom }) => derivedFrom));
  return [
    ...columns,
    {
      sourceIds: copies.map(({ id }) => id),
      isCopy: true,
      copyOf: [...origins].filter((id) => cited.has(id)),
    },
  ];
}

function entriesOf(claims: Claim[], restsOn: ReadonlySet<string>): GridEntry[] {
  const entries = new Map<string, GridEntry>();
  for (const claim of claims) {
    const accepted = claim.assessment === "accepted" && restsOn.has(claim.id);
    const key = valueKey(claim);
    const entry = entries.get(key);
    if (!entry) entries.set(key, { claims: [claim], accepted });
    else {
      entry.claims.push(claim);
      entry.accepted ||= accepted;
    }
  }
  return [...entries.values()];
}

/** Dates are equal by their days: "15–17 July" and "2014-07-15/2014-07-17" say the same. */
function valueKey({ field, count, date, place, modality, status, ...rest }: Claim): string {
  const value = {
    count: [count?.low, count?.best, count?.high],
    date: [date?.earliest, date?.latest, date?.kind],
    place: [place?.role, place?.locationId],
    modality: [modality],
    status: [status],
    statement: [rest.statement],
  }[field];
  return JSON.stringify([...value, rest.scope, rest.scopeText]);
}
