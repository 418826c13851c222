import { asc, eq, gt, sql } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { HEAD_KEY, readHead } from "../append-revision";
import {
  type ChainFault,
  type ChainRow,
  type CheckedChain,
  checkChain,
  type Fault,
} from "../check-chain";
import type { Db, Store } from "../store";

const BATCH = 200;

export type LogFault = ChainFault | Fault<"version_not_logged">;

/**
 * Verifies the whole log at one moment, batch by batch, and that the log knows the version of every incident and
 * source. `expected`: the hash of a head that was printed earlier and kept elsewhere; it must still be in the chain.
 */
export async function checkLog(
  store: Store,
  actor: Actor,
  { expected }: { expected?: string } = {},
): Promise<Omit<CheckedChain, "faults"> & { faults: LogFault[] }> {
  authorise(actor, "log.check");
  return store.snapshot(async (db) => {
    const kept = await keptHead(store, db);
    const checked = await checkChain(readEntries(store, db), { kept, expected });
    const unlogged = [
      ...(await unloggedVersions(store, db, "incident")),
      ...(await unloggedVersions(store, db, "source")),
    ];
    return { ...checked, faults: [...checked.faults, ...unlogged] };
  });
}

async function keptHead(store: Store, db: Db) {
  const { ledgerState } = store.t;
  const [row] = await db
    .select({ value: ledgerState.value })
    .from(ledgerState)
    .where(eq(ledgerState.key, HEAD_KEY));
  return row ? readHead(row.value) : null;
}

async function* readEntries(store: Store, db: Db): AsyncGenerator<ChainRow[]> {
  const { revision } = store.t;
  for (let last: number | undefined; ; ) {
    const rows: ChainRow[] = await db
      .select()
      .from(revision)
      .where(last === undefined ? undefined : gt(revision.seq, last))
      .orderBy(asc(revision.seq))
      .limit(BATCH);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.seq;
  }
}

/** A log whose end was cut off, kept head and all, no longer knows the latest versions. */
async function unloggedVersions(
  store: Store,
  db: Db,
  entity: "incident" | "source",
): Promise<LogFault[]> {
  const { revision } = store.t;
  const { id, ref, version } = store.t[entity];
  const logged = sql<number>`coalesce((select max(${revision.version}) from ${revision} where ${revision.entity} = ${entity} and ${revision.entityId} = ${id}), 0)`;
  const rows = await db
    .select({ ref, version, logged: logged.mapWith(Number) })
    .from(store.t[entity])
    .where(sql`${logged} <> ${version}`)
    .orderBy(asc(ref));
  return rows.map((values) => ({ code: "version_not_logged", values }));
}
