import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { type Clock, systemClock } from "../clock";
import { logView } from "../log-view";
import { NO_FEED } from "../no-feed";
import { ownView } from "../own-view";
import type { Store } from "../store";

/** Ends the feed of one of one's own views at once. Errors: `view.not_found`. */
export async function endFeed(
  store: Store,
  input: { id: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "account.own");
  const { savedView } = store.t;
  await store.tx(async (db) => {
    const { id, feedHash } = await ownView(store, db, input.id, actor);
    if (feedHash === null) return;
    await db.update(savedView).set(NO_FEED).where(eq(savedView.id, id));
    await logView(store, db, { action: "end_feed", id }, actor, clock);
  });
}
