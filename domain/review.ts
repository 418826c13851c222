import type { Permission } from "./actor";
import type { ReviewStatus } from "./vocabulary";

/** What a person can do to the review status of an incident. */
export const REVIEW_STEPS = ["submit", "verify", "send_back", "dispute", "retract"] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];

type StepRule = {
  from: readonly ReviewStatus[];
  to: ReviewStatus;
  permission: Permission;
  /** Whether nobody may take it without saying why. */
  needsReason: boolean;
};

/** The whole of the rules; nothing leads out of `retracted`. */
export const REVIEW_RULES: Readonly<Record<ReviewStep, StepRule>> = {
  submit: {
    from: ["draft"],
    to: "in_review",
    permission: "incident.submit",
    needsReason: false,
  },
  verify: {
    from: ["in_review", "disputed"],
    to: "verified",
    permission: "incident.verify",
    needsReason: false,
  },
  send_back: {
    from: ["in_review", "disputed"],
    to: "draft",
    permission: "incident.send_back",
    needsReason: true,
  },
  dispute: {
    from: ["in_review", "verified"],
    to: "disputed",
    permission: "incident.dispute",
    needsReason: true,
  },
  retract: {
    from: ["draft", "in_review", "verified", "disputed"],
    to: "retracted",
    permission: "incident.retract",
    needsReason: true,
  },
};

/** The status after a step; null where the step is not possible from there. */
export function statusAfter(status: ReviewStatus, step: ReviewStep): ReviewStatus | null {
  const { from, to } = REVIEW_RULES[step];
  return from.includes(status) ? to : null;
}

/**
 * The status after somebody changed the content: what a reviewer has judged is to be judged anew.
 * Null where nothing may be changed.
 */
export function statusAfterEdit(status: ReviewStatus): ReviewStatus | null {
  if (status === "retracted") return null;
  return isJudged(status) ? "in_review" : status;
}

/** Whether a reviewer has judged the content as it stands. */
export function isJudged(status: ReviewStatus | null | undefined): boolean {
  return status === "verified" || status === "disputed";
}

/**
 * Whether verifying it would be judging one's own work: `other` wrote it last, `self` did and may not verify,
 * `self_allowed` did and may, since an admin lets one person do both. Where nobody knows who wrote it, it may be oneself.
 */
export function verifierIs(
  actorId: string,
  editedBy: string | null,
  onePersonReview: boolean,
): "other" | "self" | "self_allowed" {
  if (editedBy !== null && editedBy !== actorId) return "other";
  return onePersonReview ? "self_allowed" : "self";
}
