import { openStore } from "../db/client";
import { indexIncidents } from "./index-incidents";

/** Brings the database up to date; returns the line to print. */
export async function migrate(databaseUrl: string): Promise<string> {
  const store = await openStore(databaseUrl);
  try {
    const count = await store.migrate();
    await indexIncidents(store);
    if (count === 0) return "The database is up to date.";
    return `Ran ${count} ${count === 1 ? "migration" : "migrations"}.`;
  } finally {
    await store.close();
  }
}
