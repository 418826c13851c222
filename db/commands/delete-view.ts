import { and, eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { type Clock, systemClock } from "../clock";
import { logView } from "../log-view";
import { ownView } from "../own-view";
import type { Store } from "../store";

/** Deletes one of one's own views; its feed ends with it. Errors: `view.not_found`. */
export async function deleteView(
  store: Store,
  input: { id: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "account.own");
  const { keptMark, savedView } = store.t;
  await store.tx(async (db) => {
    const { id } = await ownView(store, db, input.id, actor);
    await db.delete(savedView).where(eq(savedView.id, id));
    await db.delete(keptMark).where(and(eq(keptMark.entity, "view"), eq(keptMark.entityId, id)));
    await logView(store, db, { action: "delete_view", id }, actor, clock);
  });
}
