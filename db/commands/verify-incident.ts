import { desc, eq } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { verifierIs } from "../../domain/review";
import { type Clock, systemClock } from "../clock";
import { readSourcesAndOrigins } from "../read-cited-sources";
import { readDocument } from "../read-incident";
import { readSettings } from "../read-settings";
import type { Store } from "../store";
import { takeReviewStep } from "../take-review-step";

/**
 * Says that an incident is as its sources have it, and keeps it as it is then, with every source it cites and what
 * that copies, as its next verified version. `editedAt`: when the content the person read was written; a source it cites may have
 * changed since although the incident has not.
 * Errors: those of `takeReviewStep`; `review.changed_since`; `review.own_edit` for whoever wrote it last, unless an
 * admin lets one person do both.
 */
export async function verifyIncident(
  store: Store,
  input: {
    ref: string;
    version: number;
    editedAt: number | null;
    reason: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  return takeReviewStep(store, input, "verify", actor, clock, async (db, row, version) => {
    if (row.editedAt !== input.editedAt)
      throw new DomainError("review.changed_since", { ref: row.ref });
    const { one_person_review } = await readSettings(store, db);
    const verifier = verifierIs(actor.id, row.editedBy, one_person_review);
    if (verifier === "self") throw new DomainError("review.own_edit", { ref: row.ref });
    const { verifiedVersion } = store.t;
    const [last] = await db
      .select({ number: verifiedVersion.number })
      .from(verifiedVersion)
      .where(eq(verifiedVersion.incidentId, row.id))
      .orderBy(desc(verifiedVersion.number))
      .limit(1);
    const number = (last?.number ?? 0) + 1;
    const document = await readDocument(store, db, row);
    const sourceIds = document.claims.map(({ sourceId }) => sourceId);
    await db.insert(verifiedVersion).values({
      incidentId: row.id,
      number,
      version,
      document,
      sources: await readSourcesAndOrigins(store, db, sourceIds),
      verifiedAt: clock.now(),
      verifiedBy: actor.id,
      bySamePerson: verifier === "self_allowed",
    });
    return { verifiedNumber: number };
  });
}
