import { eq } from "drizzle-orm";
import { isSessionOpen } from "../domain/session";
import { type Clock, systemClock } from "./clock";
import type { Store } from "./store";

/** A use is written down at most so often. Milliseconds. */
const EVERY = 60_000;

/** Last uses that wait to be written down, by session: whoever only reads need not wait until an import is written. */
const waiting = new WeakMap<Store, Map<string, number>>();

/**
 * Notes that a session was used just now, as soon as it can be written. False, and the session ends, where it was idle or open for too long or its
 * account is closed.
 */
export async function touchSession(
  store: Store,
  token: string,
  clock: Clock = systemClock,
): Promise<boolean> {
  const { accountSession: session, account } = store.t;
  const [found] = await store.read
    .select({
      id: session.id,
      createdAt: session.createdAt,
      usedAt: session.updatedAt,
      closed: account.banned,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.userId))
    .where(eq(session.token, token));
  if (!found) return false;
  const now = clock.now();
  const unwritten = waiting.get(store) ?? new Map<string, number>();
  waiting.set(store, unwritten);
  const usedAt = Math.max(found.usedAt.getTime(), unwritten.get(found.id) ?? 0);
  const times = { createdAt: found.createdAt.getTime(), usedAt };
  if (found.closed || !isSessionOpen(times, now)) {
    await store.tx((db) => db.delete(session).where(eq(session.id, found.id)));
    return false;
  }
  if (now - usedAt >= EVERY) {
    const isWaiting = unwritten.has(found.id);
    unwritten.set(found.id, now);
    if (isWaiting) return true;
    store
      .tx((db) =>
        db
          .update(session)
          .set({ updatedAt: new Date(unwritten.get(found.id) ?? now) })
          .where(eq(session.id, found.id)),
      )
      // The next use tries again.
      .catch(() => undefined)
      .finally(() => unwritten.delete(found.id));
  }
  return true;
}
