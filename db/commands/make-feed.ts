import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { type Clock, systemClock } from "../clock";
import { digestToken, newToken } from "../digest-token";
import { logView } from "../log-view";
import { ownView } from "../own-view";
import type { Store } from "../store";

/** By which the secret of a feed is known where one should not be. */
const PREFIX = "feed_";

/**
 * Makes the secret by which a program reads the feed of one of one's own views; one that it had ends. What is returned
 * is the only copy; the ledger keeps its digest. Errors: `view.not_found`.
 */
export async function makeFeed(
  store: Store,
  input: { id: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ token: string }> {
  authorise(actor, "account.own");
  const { savedView } = store.t;
  const token = `${PREFIX}${newToken(clock)}`;
  await store.tx(async (db) => {
    const { id } = await ownView(store, db, input.id, actor);
    await db
      .update(savedView)
      .set({ feedHash: digestToken(token), feedCreatedAt: clock.now(), feedUsedAt: null })
      .where(eq(savedView.id, id));
    await logView(store, db, { action: "make_feed", id }, actor, clock);
  });
  return { token };
}
