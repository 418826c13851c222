import type { ReviewStep } from "../review";
import type { Chance } from "./chance";

/** The steps that incidents have taken in their review, and how often; all allowed by `REVIEW_RULES`. */
const WAYS: readonly (readonly [readonly ReviewStep[], number])[] = [
  [[], 14],
  [["submit"], 14],
  [["submit", "verify"], 56],
  [["submit", "verify", "dispute"], 5],
  [["submit", "dispute"], 5],
  [["retract"], 3],
  [["submit", "verify", "retract"], 3],
];

/** The steps of one incident in their order; none is still a draft. */
export function syntheticReview(chance: Chance): readonly ReviewStep[] {
  return chance.weighted(WAYS);
}

/** Why somebody took a step; empty where nobody has to say. */
export const STEP_REASONS: Readonly<Record<ReviewStep, string>> = {
  submit: "",
  verify: "",
  send_back: "A source is missing",
  dispute: "The sources contradict each other",
  retract: "It was logged twice",
};
