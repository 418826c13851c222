import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import type { Assessment, Credibility } from "../../domain/vocabulary";
import { changeIncident } from "../change-incident";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/** Changes how a claim is judged; `credibility` left out stays as it is. Errors: `claim.not_found` and those of a change. */
export async function assessClaim(
  store: Store,
  input: {
    ref: string;
    claimId: string;
    assessment: Assessment;
    credibility?: Credibility | null;
    reason: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "claim.assess");
  const { ref, claimId, assessment, credibility, reason, keep } = input;
  return changeIncident(
    store,
    { ref, reason, keep, guards: "new", version: null, action: "assess_claim" },
    (before) => {
      if (!before.claims.some((claim) => claim.id === claimId))
        throw new DomainError("claim.not_found", { id: claimId });
      return {
        ...before,
        claims: before.claims.map((claim) =>
          claim.id === claimId
            ? {
                ...claim,
                assessment,
                credibility: credibility === undefined ? claim.credibility : credibility,
              }
            : claim,
        ),
      };
    },
    actor,
    clock,
  );
}
