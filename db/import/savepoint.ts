import { type SQL, sql } from "drizzle-orm";
import type { Db, Store } from "../store";

/** Runs a part of a transaction that can fail alone: what it wrote is taken back, and the error thrown on. */
export async function inSavepoint<T>(store: Store, db: Db, work: () => Promise<T>): Promise<T> {
  const run = (statement: SQL) =>
    store.dialect === "sqlite"
      ? db.run(statement)
      : (db as unknown as { execute(statement: SQL): Promise<unknown> }).execute(statement);
  await run(sql`savepoint one_item`);
  try {
    const result = await work();
    await run(sql`release savepoint one_item`);
    return result;
  } catch (error) {
    await run(sql`rollback to savepoint one_item`);
    await run(sql`release savepoint one_item`);
    throw error;
  }
}
