import { eq } from "drizzle-orm";
import { CONFIRMATION_LIFE } from "../domain/session";
import { type Clock, systemClock } from "./clock";
import type { Store } from "./store";

/** Notes that whoever holds the session gave the password again just now. */
export async function confirmSession(
  store: Store,
  id: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { accountSession: session } = store.t;
  await store.tx((db) =>
    db.update(session).set({ confirmedAt: clock.now() }).where(eq(session.id, id)),
  );
}

/** True where the password was given within the last ten minutes, in this session or to begin it. */
export async function isSessionConfirmed(
  store: Store,
  id: string,
  clock: Clock = systemClock,
): Promise<boolean> {
  const { accountSession: session } = store.t;
  const [found] = await store.read
    .select({ createdAt: session.createdAt, confirmedAt: session.confirmedAt })
    .from(session)
    .where(eq(session.id, id));
  if (!found) return false;
  const at = Math.max(found.createdAt.getTime(), found.confirmedAt ?? 0);
  return clock.now() - at < CONFIRMATION_LIFE;
}
