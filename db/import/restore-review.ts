import { eq } from "drizzle-orm";
import type { IncidentItem } from "../../domain/import/import-item";
import type { IncidentDocument } from "../../domain/incident";
import { REVIEW_STATUSES } from "../../domain/vocabulary";
import { appendRevision } from "../append-revision";
import { writeEntries } from "../incident-entries";
import { readSourcesAndOrigins } from "../read-cited-sources";
import type { Applying } from "./applying";

/**
 * Brings back how far an incident was in its review, with an entry in the log that says so; what was verified is
 * verified again as it came. Returns the incident's version. It stays internal.
 */
export async function restoreReview(
  applying: Applying,
  { review }: IncidentItem,
  { id, document }: { id: string; document: IncidentDocument },
): Promise<number> {
  if (!review || review.status === "draft") return 1;
  const { store, db, actor, clock } = applying;
  const { incident, verifiedVersion } = store.t;
  const { status: reviewStatus, retractedReason } = review;
  const isVerified = reviewStatus === "verified" || reviewStatus === "disputed";
  const columns = { retractedReason, verifiedNumber: isVerified ? 1 : null };
  const version = 2;
  if (isVerified)
    await db.insert(verifiedVersion).values({
      incidentId: id,
      number: 1,
      version,
      document,
      sources: await readSourcesAndOrigins(
        store,
        db,
        document.claims.map(({ sourceId }) => sourceId),
      ),
      verifiedAt: clock.now(),
      verifiedBy: actor.id,
      bySamePerson: true,
    });
  await db
    .update(incident)
    .set({
      ...columns,
      reviewStatus,
      reviewRank: REVIEW_STATUSES.indexOf(reviewStatus),
      version,
      updatedAt: clock.now(),
    })
    .where(eq(incident.id, id));
  await writeEntries(store, db, [id]);
  await appendRevision(
    store,
    db,
    {
      action: "import",
      entity: "incident",
      entityId: id,
      version,
      reason: "",
      before: { reviewStatus: "draft" },
      after: { reviewStatus, ...columns },
    },
    actor,
    clock,
  );
  return version;
}
