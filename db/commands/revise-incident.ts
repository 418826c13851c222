import { type Actor, authorise } from "../../domain/actor";
import type { IncidentDocument } from "../../domain/incident";
import type { Keep } from "../../domain/keep";
import type { NewSource } from "../../domain/new-source";
import { changeIncident } from "../change-incident";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";

/**
 * Replaces what is written of an incident. `version` is the one the person started from: when another has saved
 * since, nothing is written and the error is `incident.stale_version`. Claims name a new source by its key.
 * `keep`: words that the personal-data guard marks and that stay, in any of the texts.
 * Other errors: InvalidInput with every issue; `incident.not_found`; `incident.retracted`.
 */
export async function reviseIncident(
  store: Store,
  input: {
    ref: string;
    version: number;
    document: IncidentDocument;
    newSources?: readonly NewSource[];
    reason: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "incident.revise");
  const { document, ...rest } = input;
  return changeIncident(store, { ...rest, action: "revise" }, () => document, actor, clock);
}
