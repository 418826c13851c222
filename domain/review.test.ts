import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTOR_ROLES, may } from "./actor";
import {
  REVIEW_RULES,
  REVIEW_STEPS,
  type ReviewStep,
  statusAfter,
  statusAfterEdit,
  verifierIs,
} from "./review";
import { REVIEW_STATUSES, type ReviewStatus } from "./vocabulary";

const TABLE: Record<ReviewStatus, Record<ReviewStep | "edit", ReviewStatus | null>> = {
  draft: {
    submit: "in_review",
    verify: null,
    send_back: null,
    dispute: null,
    retract: "retracted",
    edit: "draft",
  },
  in_review: {
    submit: null,
    verify: "verified",
    send_back: "draft",
    dispute: "disputed",
    retract: "retracted",
    edit: "in_review",
  },
  verified: {
    submit: null,
    verify: null,
    send_back: null,
    dispute: "disputed",
    retract: "retracted",
    edit: "in_review",
  },
  disputed: {
    submit: null,
    verify: "verified",
    send_back: "draft",
    dispute: null,
    retract: "retracted",
    edit: "in_review",
  },
  retracted: {
    submit: null,
    verify: null,
    send_back: null,
    dispute: null,
    retract: null,
    edit: null,
  },
};

const outcome = (status: ReviewStatus, step: ReviewStep | "edit") =>
  step === "edit" ? statusAfterEdit(status) : statusAfter(status, step);

describe("the review of an incident", () => {
  it.each(REVIEW_STATUSES)("leads from %s where the table says, and nowhere else", (status) => {
    for (const step of [...REVIEW_STEPS, "edit"] as const)
      expect(outcome(status, step), step).toBe(TABLE[status][step]);
  });

  it("is for reviewers, but for submitting, which whoever writes does", () => {
    const who = (step: ReviewStep) =>
      ACTOR_ROLES.filter((role) => may({ id: "x", role }, REVIEW_RULES[step].permission));
    expect(who("submit")).toEqual(["researcher", "reviewer", "admin"]);
    for (const step of REVIEW_STEPS.filter((one) => one !== "submit"))
      expect(who(step), step).toEqual(["reviewer", "admin"]);
  });

  it("asks why of everyone who judges against an incident", () => {
    expect(REVIEW_STEPS.filter((step) => REVIEW_RULES[step].needsReason)).toEqual([
      "send_back",
      "dispute",
      "retract",
    ]);
  });

  it("verifies nothing, by whatever way, that was not in review or disputed just before, nor edited since", () => {
    const steps = fc.array(fc.constantFrom(...REVIEW_STEPS, "edit" as const), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (taken) => {
        let status: ReviewStatus = "draft";
        let isRetracted = false;
        for (const step of taken) {
          const next = outcome(status, step);
          if (next === null) continue;
          expect(isRetracted).toBe(false);
          if (next === "verified") {
            expect(step).toBe("verify");
            expect(["in_review", "disputed"]).toContain(status);
          }
          if (step === "edit") expect(["verified", "disputed"]).not.toContain(next);
          if (next === "in_review" && status === "draft") expect(step).toBe("submit");
          isRetracted = next === "retracted";
          status = next;
        }
      }),
    );
  });
});

describe("who verifies", () => {
  it("is another than wrote it last, unless an admin lets one person do both", () => {
    expect(verifierIs("b", "a", false)).toBe("other");
    expect(verifierIs("b", "a", true)).toBe("other");
    expect(verifierIs("a", "a", false)).toBe("self");
    expect(verifierIs("a", "a", true)).toBe("self_allowed");
  });

  it("counts as the one who wrote it where nobody knows who did", () => {
    expect(verifierIs("a", null, false)).toBe("self");
    expect(verifierIs("a", null, true)).toBe("self_allowed");
  });
});
