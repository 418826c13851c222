import type { IncidentItem } from "../../domain/import/import-item";
import type { IncidentDocument } from "../../domain/incident";
import { standsVerified } from "../../domain/review";
import type { IncidentFacts } from "../incident-rows";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";

/** `verifiedNumber`: of the version that is verified, null for none. */
export type ReviewedFacts = IncidentFacts & { verifiedNumber: number | null };

/** What a new incident's row says where it comes back as far in its review as it was; it stays internal. */
export function reviewedFacts(
  { clock, restores }: Applying,
  { review }: IncidentItem,
  logged: IncidentFacts,
): ReviewedFacts {
  const { status: reviewStatus = null, retractedReason = null } = review ?? {};
  if (!restores || reviewStatus === null || reviewStatus === "draft")
    return { ...logged, verifiedNumber: null };
  const updatedAt = clock.now();
  const verifiedNumber = standsVerified(reviewStatus) ? 1 : null;
  return { ...logged, version: 2, reviewStatus, retractedReason, updatedAt, verifiedNumber };
}

/** Stages the entry in the log that says so; what was verified is verified again as it came. */
export async function stageReview(
  { facts, actor, clock }: Applying,
  staged: Staged,
  { id, document, reviewed }: { id: string; document: IncidentDocument; reviewed: ReviewedFacts },
): Promise<void> {
  const { version, reviewStatus, retractedReason, verifiedNumber } = reviewed;
  const verified = verifiedNumber !== null && {
    incidentId: id,
    number: verifiedNumber,
    version,
    document,
    sources: await facts.withOrigins(document.claims.map(({ sourceId }) => sourceId)),
    verifiedAt: clock.now(),
    verifiedBy: actor.id,
    bySamePerson: true,
    closed: [],
  };
  staged.writes.push((many) => {
    if (verified) many.add("verifiedVersion", [verified]);
    many.log(
      {
        action: "import",
        entity: "incident",
        entityId: id,
        version,
        reason: "",
        before: { reviewStatus: "draft" },
        after: { reviewStatus, retractedReason, verifiedNumber },
      },
      actor,
      clock,
    );
  });
}
