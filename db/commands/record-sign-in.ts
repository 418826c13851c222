import { eq } from "drizzle-orm";
import type { SignInAction } from "../../domain/access";
import { type Clock, systemClock } from "../clock";
import { insertAccess } from "../insert-access";
import type { Store } from "../store";

/** Whose account: by its id, or by an e-mail address as it was typed, which may be nobody's. */
type Whose = { id: string } | { email: string };

/**
 * Keeps that somebody came in, failed to, went, or changed what guards their account. Who failed is not known, only
 * whose account it was; what was typed is not kept, since it may be a password in the wrong field.
 */
export async function recordSignIn(
  store: Store,
  { action, whose, address }: { action: SignInAction; whose: Whose; address: string },
  clock: Clock = systemClock,
): Promise<void> {
  const id = "id" in whose ? whose.id : await idOf(store, whose.email);
  const actor = action === "sign_in_failed" ? "" : id;
  await insertAccess(
    store,
    { action, actor, entity: "account", entityId: id, detail: "", address },
    clock,
  );
}

async function idOf(store: Store, email: string): Promise<string> {
  const { account } = store.t;
  const [found] = await store.read
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, email.trim().toLowerCase()));
  return found?.id ?? "";
}
