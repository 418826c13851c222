import { setImmediate } from "node:timers/promises";
import { isNotNull } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { compareText } from "../../domain/compare-text";
import type { IncidentFilter } from "../../domain/incident-filter";
import type { IncidentRow } from "../../domain/incident-row";
import type { Location } from "../../domain/location";
import { type TableName, tablesFor } from "../../domain/tables/data-tables";
import { locationCells } from "../../domain/tables/locations-table";
import type { Cells } from "../../domain/tables/table-column";
import { takesAll, takesEverything } from "../../domain/takes-everything";
import { authoriseReading } from "../authorise-reading";
import { INCIDENT_TABLE_READERS, type NamedIncident, readRefs } from "../incident-table-readers";
import { readLinkRows, readNotSameRows } from "../link-table-readers";
import { openExport } from "../open-export";
import { citedSourceIds, namedLocationIds } from "../reached-by-incidents";
import { readLocations } from "../read-locations";
import { orderSources, readSourceRows } from "../source-table-reader";
import type { Db, Store } from "../store";
import { summaryReader } from "../summary-reader";

/**
 * The full set of tables of one moment. `names`: those that these readers get; `incidents`: how many.
 * `rows`: a table in batches, as often as it is asked for, one at a time; `summaries`: the incidents as lists show
 * them, without what was merged into others. Whoever opened it must close it.
 */
export type ExportedTables = {
  isInternal: boolean;
  names: TableName[];
  incidents: number;
  rows(name: TableName): AsyncGenerator<Cells[], void, undefined>;
  summaries(): AsyncGenerator<IncidentRow[], void, undefined>;
  close(): Promise<void>;
};

/** Sources may have a million characters each. */
const SOURCES_AT_ONCE = 20;

/**
 * Opens the full set of tables of what a filter asks for: the incidents by reference, with all that is of them; the
 * sources that they cite and that those copy; the places that they name, with what these lie in; and the links and
 * decisions between them. Where nothing is asked for but review statuses, all of those or none, every source and place
 * of the store; where all of them are, to those who may log incidents also what was merged into others, which no list
 * has: then it is all that the ledger holds. Nothing written meanwhile is seen, no writer waits, and only numbers are held of the incidents.
 */
export async function exportTables(
  store: Store,
  actor: Actor,
  { filter, batch = 100 }: { filter: IncidentFilter; batch?: number },
): Promise<ExportedTables> {
  authoriseReading(store, actor, "incident.export");
  const sort = { key: "reference", descending: false } as const;
  const { db, total, batches, numbers, close } = await openExport(store, { filter, sort, batch });
  const isInternal = store.profile === "internal";
  const merged = isInternal && takesEverything(filter) ? await mergedIncidents(store, db) : [];
  let isGivenOut: Set<string> | null = null;

  async function* summaries(): AsyncGenerator<IncidentRow[], void, undefined> {
    const read = summaryReader(store, db);
    for await (const some of numbers()) yield await read(some);
  }

  async function* incidentBatches(): AsyncGenerator<NamedIncident[], void, undefined> {
    for await (const ids of batches()) {
      const refs = await readRefs(store, db, ids);
      yield ids.flatMap((id) => {
        const ref = refs.get(id);
        return ref === undefined ? [] : [{ id, ref }];
      });
    }
    for (let at = 0; at < merged.length; at += batch) yield merged.slice(at, at + batch);
  }

  async function reached(read: typeof citedSourceIds): Promise<Set<string>> {
    const found = new Set<string>();
    for await (const incidents of incidentBatches()) {
      const ids = incidents.map(({ id }) => id);
      for (const id of await read(store, db, ids)) found.add(id);
    }
    return found;
  }

  /** The references of those that are given out. Their ids are held from the first link on. */
  async function givenOut(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const refs = await readRefs(store, db, ids);
    if (refs.size === 0) return refs;
    isGivenOut ??= await reached(async (_store, _db, some) => [...some]);
    for (const id of refs.keys()) if (!isGivenOut.has(id)) refs.delete(id);
    return refs;
  }

  async function* sources(): AsyncGenerator<Cells[], void, undefined> {
    const ids = await orderSources(
      store,
      db,
      takesAll(filter) ? null : await reached(citedSourceIds),
    );
    for (let at = 0; at < ids.length; at += SOURCES_AT_ONCE) {
      yield await readSourceRows(store, db, ids.slice(at, at + SOURCES_AT_ONCE), isInternal);
      await setImmediate();
    }
  }

  async function places(): Promise<Location[]> {
    const { location } = store.t;
    const ids = takesAll(filter)
      ? (await db.select({ id: location.id }).from(location)).map(({ id }) => id)
      : await reached(namedLocationIds);
    return byTree(Object.values(await readLocations(store, db, ids)));
  }

  async function* rows(name: TableName): AsyncGenerator<Cells[], void, undefined> {
    if (!tablesFor(isInternal).includes(name)) return;
    if (name === "sources") yield* sources();
    else if (name === "locations") yield (await places()).map(locationCells);
    else if (name === "location_names")
      yield (await places()).flatMap(({ id, aliases }) =>
        aliases.toSorted(compareText).map((alias) => ({ location: id, name: alias })),
      );
    else
      for await (const incidents of incidentBatches())
        yield name === "links"
          ? await readLinkRows(store, db, incidents, givenOut)
          : name === "not_same"
            ? await readNotSameRows(store, db, incidents, givenOut)
            : await INCIDENT_TABLE_READERS[name](store, db, incidents);
  }

  return {
    isInternal,
    names: tablesFor(isInternal),
    incidents: total,
    rows,
    summaries,
    close,
  };
}

async function mergedIncidents(store: Store, db: Db): Promise<NamedIncident[]> {
  const { incident } = store.t;
  const rows = await db
    .select({ id: incident.id, ref: incident.ref })
    .from(incident)
    .where(isNotNull(incident.mergedIntoId));
  return rows.sort((a, b) => compareText(a.ref, b.ref));
}

/** Countries first, then what lies in them, and so on; each level by id. */
function byTree(places: readonly Location[]): Location[] {
  const LEVELS: Location["kind"][] = ["country", "province", "locality", "facility"];
  return places.toSorted(
    (a, b) => LEVELS.indexOf(a.kind) - LEVELS.indexOf(b.kind) || compareText(a.id, b.id),
  );
}
