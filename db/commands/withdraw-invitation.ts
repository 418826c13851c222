import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** Ends an invitation that nobody has taken up. Errors: `account.invitation_over`. */
export async function withdrawInvitation(
  store: Store,
  input: { id: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "account.invite");
  const { invitation } = store.t;
  await store.tx(async (db) => {
    const [found] = await db.select().from(invitation).where(eq(invitation.id, input.id));
    if (!found || found.usedAt !== null || found.withdrawnAt !== null)
      throw new DomainError("account.invitation_over");
    await db
      .update(invitation)
      .set({ withdrawnAt: clock.now() })
      .where(eq(invitation.id, found.id));
    await appendRevision(
      store,
      db,
      {
        action: "withdraw_invitation",
        entity: "invitation",
        entityId: found.id,
        version: null,
        reason: "",
        before: { role: found.role },
        after: null,
      },
      actor,
      clock,
    );
  });
}
