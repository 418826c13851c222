import { eq } from "drizzle-orm";
import type { SignInAction } from "../../domain/access";
import type { Actor } from "../../domain/actor";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { insertAccess } from "../insert-access";
import type { Store } from "../store";

/** Whose account: by its id, or by an e-mail address as it was typed, which may be nobody's. */
type Whose = { id: string } | { email: string };

/**
 * Keeps that somebody came in, failed to, went, or changed what guards their account. Who failed is not known, only
 * whose account it was; what was typed is not kept, since it may be a password in the wrong field. What guards an
 * account is in the log, too. `by`: the account that is signed in already where a password or code is asked again.
 */
export async function recordSignIn(
  store: Store,
  {
    action,
    whose,
    address,
    by = null,
  }: { action: SignInAction; whose: Whose; address: string; by?: string | null },
  clock: Clock = systemClock,
): Promise<void> {
  const id = "id" in whose ? whose.id : await idOf(store, whose.email);
  const actor = action === "sign_in_failed" ? (by ?? "") : id;
  const of = { entity: "account", entityId: id } as const;
  await store.tx(async (db) => {
    await insertAccess(store, db, { ...of, action, actor, detail: "", address }, clock);
    if (!isLogged(action)) return;
    const entry = { ...of, action, version: null, reason: "", before: null, after: null };
    // The role of the actor is no part of an entry.
    const who: Actor = { id, role: "viewer", from: "/account" };
    await appendRevision(store, db, entry, who, clock);
  });
}

const LOGGED = ["change_password", "factor_on", "factor_off"] as const;

function isLogged(action: SignInAction): action is (typeof LOGGED)[number] {
  return LOGGED.some((one) => one === action);
}

async function idOf(store: Store, email: string): Promise<string> {
  const { account } = store.t;
  const [found] = await store.read
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, email.trim().toLowerCase()));
  return found?.id ?? "";
}
