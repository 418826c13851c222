import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import { checkLog, type LogFault } from "./queries/check-log";
import type { Db, Store } from "./store";

const ADMIN: Actor = { id: "test", role: "admin" };

/**
 * What the check of the log finds after it was tampered with, as whoever owns the file can: the triggers are
 * dropped, the change is made, and all of it is undone again.
 */
export async function faultsAfter(
  store: Store,
  tamper: (db: Db) => Promise<unknown>,
  options: { expected?: string } = {},
): Promise<LogFault[]> {
  const undo = new Error("undo");
  let faults: LogFault[] = [];
  const tampered = store.tx(async (db) => {
    await dropTriggers(store, db);
    await tamper(db);
    const inside: Store = { ...store, snapshot: (work) => work(db) };
    faults = (await checkLog(inside, ADMIN, options)).faults;
    throw undo;
  });
  await tampered.catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return faults;
}

/** Runs a statement that the query builder has no words for. */
export async function runStatement(store: Store, db: Db, statement: SQL): Promise<void> {
  if (store.dialect === "sqlite") db.run(statement);
  else await (db as unknown as { execute(statement: SQL): Promise<unknown> }).execute(statement);
}

async function dropTriggers(store: Store, db: Db): Promise<void> {
  if (store.dialect === "postgres")
    return runStatement(store, db, sql`alter table revision disable trigger user`);
  for (const name of ["altered", "deleted", "replaced"])
    await runStatement(store, db, sql.raw(`drop trigger revision_not_${name}`));
}
