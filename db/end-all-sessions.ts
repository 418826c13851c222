import type { Store } from "./store";

/** Ends every session: who was signed in when a backup was made is not signed in where it is restored. */
export async function endAllSessions(store: Store): Promise<void> {
  await store.tx((db) => db.delete(store.t.accountSession));
}
