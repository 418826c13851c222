import type { ActorRole } from "../domain/actor";
import type { Store } from "./store";

/** Puts an account into the ledger that nobody can sign in to; `banned`: it is closed. */
export async function addColleague(
  store: Store,
  {
    id,
    name,
    role,
    banned = false,
  }: { id: string; name: string; role: ActorRole; banned?: boolean },
): Promise<void> {
  const at = new Date(Date.UTC(2026, 0, 1));
  await store.tx((db) =>
    db.insert(store.t.account).values({
      id,
      name,
      email: `${id}@ledger.example`,
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
      role,
      banned,
      twoFactorEnabled: false,
    }),
  );
}
