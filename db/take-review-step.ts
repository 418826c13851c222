import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../domain/actor";
import { DomainError } from "../domain/errors";
import type { Keep } from "../domain/keep";
import { readReason } from "../domain/read-reason";
import { REVIEW_RULES, type ReviewStep, statusAfter } from "../domain/review";
import { REVIEW_STATUSES } from "../domain/vocabulary";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { findOpenIncident } from "./find-open-incident";
import { guardReason } from "./guard-texts";
import { writeEntries } from "./incident-entries";
import type { IncidentRow } from "./read-incident";
import type { Db, Store } from "./store";

type Columns = Partial<Pick<IncidentRow, "retractedReason" | "verifiedNumber" | "publication">>;

/**
 * Takes an incident one step further in its review, and logs it. `also` runs in the same transaction, may refuse,
 * and gives what else is written in its row; `after` of the log entry has it too.
 * Errors: InvalidInput for a reason that is missing or cannot be kept; `incident.not_found`, `incident.retracted`,
 * `incident.stale_version`, `review.not_possible`.
 */
export async function takeReviewStep(
  store: Store,
  input: { ref: string; version: number; reason: string; keep?: readonly Keep[] },
  step: ReviewStep,
  actor: Actor,
  clock: Clock,
  also: (db: Db, row: IncidentRow, version: number) => Promise<Columns> = async () => ({}),
): Promise<{ version: number }> {
  const { permission, needsReason } = REVIEW_RULES[step];
  authorise(actor, permission);
  const reason = readReason(input.reason, { required: needsReason });
  return store.tx(async (db) => {
    const row = await findOpenIncident(store, db, input);
    const reviewStatus = statusAfter(row.reviewStatus, step);
    if (reviewStatus === null)
      throw new DomainError("review.not_possible", { step, status: row.reviewStatus });
    await guardReason(
      store,
      db,
      // Why a published incident was retracted is told to the public.
      { reason, keep: input.keep, isPublic: step === "retract" && row.publication === "public" },
      { entity: "incident", entityId: row.id },
      actor,
      clock,
    );
    const version = row.version + 1;
    const columns = await also(db, row, version);
    await db
      .update(store.t.incident)
      .set({
        ...columns,
        reviewStatus,
        reviewRank: REVIEW_STATUSES.indexOf(reviewStatus),
        version,
        updatedAt: clock.now(),
      })
      .where(eq(store.t.incident.id, row.id));
    await writeEntries(store, db, [row.id]);
    await appendRevision(
      store,
      db,
      {
        action: step,
        entity: "incident",
        entityId: row.id,
        version,
        reason,
        before: { reviewStatus: row.reviewStatus },
        after: { reviewStatus, ...columns },
      },
      actor,
      clock,
    );
    return { version };
  });
}
