import { type Actor, authorise } from "../../domain/actor";
import type { IncidentDocument } from "../../domain/incident";
import type { Keep } from "../../domain/keep";
import type { NewSource } from "../../domain/new-source";
import { readReason } from "../../domain/read-reason";
import { type Clock, systemClock } from "../clock";
import { logInside } from "../log-inside";
import type { Store } from "../store";

/**
 * Logs a new incident as an internal draft: the sources that come with it, the incident, its headline and the
 * log entries in one transaction. Claims name a new source by its key.
 * `keep`: words that the personal-data guard marks and that stay, in any of the texts.
 * Returns its permanent reference. Errors: InvalidInput with every issue; `not_allowed`.
 */
export async function logIncident(
  store: Store,
  input: {
    document: IncidentDocument;
    newSources?: readonly NewSource[];
    reason?: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ ref: string }> {
  authorise(actor, "incident.log");
  const reason = readReason(input.reason ?? "");
  const { ref } = await store.tx((db) =>
    logInside(store, db, { ...input, action: "log", reason }, actor, clock),
  );
  return { ref };
}
