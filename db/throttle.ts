import { eq, lt } from "drizzle-orm";
import { DomainError } from "../domain/errors";
import { networkOf } from "../domain/request-address";
import { THROTTLE_MEMORY, type ThrottleKind, waitAfter } from "../domain/throttle";
import { type Clock, systemClock } from "./clock";
import { digestToken } from "./digest-token";
import type { Store } from "./store";

/** Whom an attempt is counted against: the account by e-mail address, and the network address it came from. */
export type Attempt = { account: string; address: string };

/**
 * Counts an attempt as failed before it is made, so that many at once cannot slip past; `forgetFailures` takes it
 * back when it succeeds. Throws `account.wait` with the seconds where there were too many.
 */
export async function countAttempt(
  store: Store,
  attempt: Attempt,
  clock: Clock = systemClock,
): Promise<void> {
  const { throttle } = store.t;
  const now = clock.now();
  const wait = await store.tx(async (db) => {
    await db.delete(throttle).where(lt(throttle.since, now - THROTTLE_MEMORY));
    const found = new Map<string, number>();
    let blockedUntil = 0;
    for (const { key } of keysOf(attempt)) {
      const [row] = await db.select().from(throttle).where(eq(throttle.key, key));
      if (!row) continue;
      found.set(key, row.failures);
      blockedUntil = Math.max(blockedUntil, row.blockedUntil);
    }
    if (blockedUntil > now) return blockedUntil - now;
    for (const { kind, key } of keysOf(attempt)) {
      const failures = (found.get(key) ?? 0) + 1;
      const row = { key, failures, since: now, blockedUntil: now + waitAfter(kind, failures) };
      await db.insert(throttle).values(row).onConflictDoUpdate({ target: throttle.key, set: row });
    }
    return 0;
  });
  if (wait > 0) throw new DomainError("account.wait", { seconds: Math.ceil(wait / 1000) });
}

/** The attempt succeeded: the account starts anew, and the address loses the one failure counted for it. */
export async function forgetFailures(store: Store, attempt: Attempt): Promise<void> {
  const { throttle } = store.t;
  await store.tx(async (db) => {
    for (const { kind, key } of keysOf(attempt)) {
      const [row] = await db.select().from(throttle).where(eq(throttle.key, key));
      if (!row) continue;
      const failures = kind === "account" ? 0 : row.failures - 1;
      if (failures <= 0) await db.delete(throttle).where(eq(throttle.key, key));
      else
        await db.update(throttle).set({ failures, blockedUntil: 0 }).where(eq(throttle.key, key));
    }
  });
}

function keysOf({ account, address }: Attempt): { kind: ThrottleKind; key: string }[] {
  return [
    { kind: "account", key: digestToken(`account ${account.trim().toLowerCase()}`) },
    { kind: "address", key: digestToken(`address ${networkOf(address)}`) },
  ];
}
