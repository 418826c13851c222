import { InvalidInput } from "../errors";
import type { NameChoice } from "../import/name-choices";
import type { KindDecision } from "./decide-by-kind";
import { MARK_KINDS, type MarkKind } from "./mark";

type Decisions = Partial<Record<MarkKind, KindDecision>>;

/**
 * What a form says is done with likely names and the like: their rows are refused, they are redacted, or they stay for
 * a reason. Errors: InvalidInput where the reason is missing.
 */
export function readDecisions({ names, keepReason = "" }: Record<string, string>): Decisions {
  if (names === "redact") return forAll({ do: "redact" });
  if (names !== "keep") return {};
  const reason = keepReason.trim();
  if (reason === "") throw new InvalidInput([{ path: "keepReason", code: "text.required" }]);
  return forAll({ do: "keep", reason });
}

/** The same for every kind. */
export function forAll(decision: KindDecision): Decisions {
  return Object.fromEntries(MARK_KINDS.map((kind) => [kind, decision]));
}

/** What a form has to say for these decisions, which are the same for every kind. */
export function choiceOf(decisions: Decisions): NameChoice {
  const decision = decisions.name;
  if (!decision) return { choice: "refuse", reason: "" };
  return decision.do === "keep"
    ? { choice: "keep", reason: decision.reason }
    : { choice: "redact", reason: "" };
}
