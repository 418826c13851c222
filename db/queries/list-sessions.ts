import { and, asc, desc, eq, gt } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { SessionRow } from "../../domain/session";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** One's own open sessions, the latest used first. */
export async function listSessions(
  store: Store,
  actor: Actor,
  clock: Clock = systemClock,
): Promise<SessionRow[]> {
  authorise(actor, "account.own");
  const { accountSession } = store.t;
  const rows = await store.read
    .select()
    .from(accountSession)
    .where(
      and(eq(accountSession.userId, actor.id), gt(accountSession.expiresAt, new Date(clock.now()))),
    )
    .orderBy(desc(accountSession.updatedAt), asc(accountSession.id));
  return rows.map(({ id, createdAt, updatedAt, userAgent }) => ({
    id,
    createdAt: createdAt.getTime(),
    usedAt: updatedAt.getTime(),
    browser: userAgent ?? "",
  }));
}
