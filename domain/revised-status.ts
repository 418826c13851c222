import { z } from "zod";
import type { Revision } from "./revision";
import { REVIEW_STATUSES, type ReviewStatus } from "./vocabulary";

const withStatus = z.object({ reviewStatus: z.enum(REVIEW_STATUSES) });

/** The review status before and after a revision; null where it did not change, or its content has been emptied. */
export function revisedStatus({ before, after }: Pick<Revision, "before" | "after">): {
  before: ReviewStatus;
  after: ReviewStatus;
} | null {
  const [from, to] = [withStatus.safeParse(before), withStatus.safeParse(after)];
  if (!from.success || !to.success || from.data.reviewStatus === to.data.reviewStatus) return null;
  return { before: from.data.reviewStatus, after: to.data.reviewStatus };
}
