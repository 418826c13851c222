import type { Actor } from "../domain/actor";
import type { StoredSource } from "../domain/open-sources";
import { type Entry, keepHead, readLast, revisionRow } from "./append-revision";
import type { Clock } from "./clock";
import type { IncidentRows } from "./incident-rows";
import { type ManyRows, manyRows, type TableRow } from "./many-rows";
import type { Db, Store } from "./store";
import { sourceColumns } from "./write-source";

/** New incidents and sources, and what else is new with them, to be written many at once in one transaction. */
export type ManyIncidents = {
  /** Rows beside those of incidents and sources. */
  add: ManyRows["add"];
  /** `at`: when it was written, in milliseconds since 1970. */
  addSource(source: StoredSource, at: number): void;
  /** What nothing says of a new incident: who sees to it, what it was merged into. `verifiedNumber`: null for none. */
  addIncident(rows: IncidentRows, verifiedNumber: number | null): void;
  /** An entry of the log, to come after those before it; `clock`: tells when, and gives its salt. */
  log(entry: Entry, actor: Actor, clock: Clock): void;
  /** Writes what was added since, and the head of the log. Others may write before and after, not meanwhile. */
  write(): Promise<void>;
};

/** What points to something comes after it. */
const TABLES = [
  "source",
  "sourceDerivation",
  "incident",
  "peopleGroup",
  "event",
  "eventPlace",
  "eventGroup",
  "incidentStatus",
  "claim",
  "verifiedVersion",
  "revision",
  "keptMark",
  "importedRow",
  "importedThing",
] as const;

/** Of a row of an import, or of words kept in it, that are noted already the first stand. */
const ONCE = ["importedRow", "importedThing", "keptMark"] as const;

/**
 * The lists and the search are not told: see `writeEntries` and `writeMissingEntries`. `between`: awaited again and
 * again while it writes.
 */
export function manyIncidents(
  store: Store,
  db: Db,
  between?: () => Promise<unknown>,
): ManyIncidents {
  const many = manyRows(store, db, { once: ONCE, between });
  for (const name of TABLES) many.add(name, []);
  let entries: { entry: Entry; actor: Actor; clock: Clock }[] = [];
  return {
    add: many.add,
    addSource({ id, ref, ...fields }, at) {
      const stored = { id, ref, version: 1, createdAt: at, updatedAt: at };
      many.add("source", [{ ...stored, ...sourceColumns(fields) }]);
      many.add(
        "sourceDerivation",
        [...new Set(fields.derivedFrom)].map((fromId) => ({ sourceId: id, fromId })),
      );
    },
    addIncident({ incident, peopleGroup, ...children }, verifiedNumber) {
      many.add("incident", [{ ...incident, verifiedNumber, publication: "internal" }]);
      many.add("peopleGroup", wholesFirst(peopleGroup));
      for (const name of CHILDREN) many.add(name, children[name]);
    },
    log(entry, actor, clock) {
      entries.push({ entry, actor, clock });
    },
    async write() {
      let head = entries.length > 0 ? await readLast(store, db) : null;
      const chained = entries.map(({ entry, actor, clock }) => {
        const row = revisionRow(entry, actor, clock, head);
        head = row;
        return row;
      });
      entries = [];
      many.add("revision", chained);
      await many.write();
      if (chained.length > 0) await keepHead(store, db, head!);
    },
  };
}

const CHILDREN = ["event", "eventPlace", "eventGroup", "incidentStatus", "claim"] as const;

type GroupRow = TableRow<"peopleGroup">;

/** Rows are written one after the other, and a part points to its whole. */
function wholesFirst(groups: GroupRow[]): GroupRow[] {
  if (groups.every(({ partOfId }) => partOfId === null)) return groups;
  const depth = new Map(groups.map(({ id, partOfId }) => [id, partOfId === null ? 0 : Number.NaN]));
  const depthOf = ({ id, partOfId }: GroupRow): number => {
    const known = depth.get(id) ?? 0;
    if (!Number.isNaN(known)) return known;
    const found = 1 + depthOf(groups.find((group) => group.id === partOfId)!);
    depth.set(id, found);
    return found;
  };
  return groups.toSorted((a, b) => depthOf(a) - depthOf(b));
}
