import { type Actor, authorise } from "../../domain/actor";
import type { Claim } from "../../domain/incident";
import type { Keep } from "../../domain/keep";
import type { NewSource } from "../../domain/new-source";
import { changeIncident } from "../change-incident";
import { type Clock, systemClock } from "../clock";
import { newId } from "../new-id";
import type { Store } from "../store";

/** A claim that has no id yet. */
export type NewClaim = { [K in Exclude<keyof Claim, "id">]: Claim[K] };

/**
 * Adds claims to an incident, whatever its version: what others have written stays.
 * `keep`: words that the personal-data guard marks and that stay, in the claims and their sources.
 * The claims get ids of their own and name a new source by its key. Errors: InvalidInput; `incident.not_found`; `incident.retracted`.
 */
export async function attachClaims(
  store: Store,
  input: {
    ref: string;
    claims: NewClaim[];
    newSources?: readonly NewSource[];
    reason: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "claim.attach");
  const { ref, newSources, reason, keep } = input;
  const added = input.claims.map((claim) => ({ ...claim, id: newId(clock) }) as Claim);
  return changeIncident(
    store,
    { ref, newSources, reason, keep, guards: "new", version: null, action: "attach_claims" },
    (before) => ({ ...before, claims: [...before.claims, ...added] }),
    actor,
    clock,
  );
}
