import { eq } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";

/** What stands where an incident was public and was then taken back. `at`: milliseconds since 1970. */
export type Tombstone = { ref: string; reason: string; at: number };

/** Null where no incident of that reference was ever public and then taken back. */
export async function getTombstone(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<Tombstone | null> {
  authoriseReading(store, actor, "incident.read");
  const { tombstone } = store.t;
  const [row] = await store.read.select().from(tombstone).where(eq(tombstone.ref, ref));
  return row ?? null;
}
