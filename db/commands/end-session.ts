import { and, eq, ne } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Store } from "../store";

/** Ends one of one's own sessions, or with `others` all but that one. One that is not there is no error. */
export async function endSession(
  store: Store,
  input: { id: string; others?: boolean },
  actor: Actor,
): Promise<void> {
  authorise(actor, "account.own");
  const { accountSession: session } = store.t;
  const which = input.others ? ne(session.id, input.id) : eq(session.id, input.id);
  await store.tx(async (db) => {
    await db.delete(session).where(and(eq(session.userId, actor.id), which));
  });
}
