import { eq } from "drizzle-orm";
import { isSessionOpen } from "../domain/session";
import { type Clock, systemClock } from "./clock";
import type { Store } from "./store";

/** A use is written down at most so often. Milliseconds. */
const EVERY = 60_000;

/**
 * Notes that a session was used just now. False, and the session ends, where it was idle or open for too long or its
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
  const times = { createdAt: found.createdAt.getTime(), usedAt: found.usedAt.getTime() };
  if (found.closed || !isSessionOpen(times, now)) {
    await store.tx((db) => db.delete(session).where(eq(session.id, found.id)));
    return false;
  }
  if (now - times.usedAt >= EVERY)
    await store.tx((db) =>
      db
        .update(session)
        .set({ updatedAt: new Date(now) })
        .where(eq(session.id, found.id)),
    );
  return true;
}
