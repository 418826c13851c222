import type { Actor } from "../domain/actor";
import { readReason } from "../domain/read-reason";
import { type AskedChange, type Change, changeInside } from "./change-inside";
import type { Clock } from "./clock";
import type { Store } from "./store";

/**
 * One change to an existing incident: reads it, lets `change` make the new document, writes that with a fresh
 * headline and logs before and after, all in one transaction, inside which `change` may read more.
 * What was verified or disputed is in review again, and the log entry then has the review status before and after
 * beside the document.
 * `version` is the one the person saw; null where the change cannot overwrite anybody's (adding a claim).
 * `newSources` are added with it; claims of the new document name them by their keys.
 * Texts are searched for personal data, all of them or, with `guards: "new"`, those that did not stand there before:
 * a change that shows only a part must not be refused for the rest. `keep`: words that are marked and stay.
 * Errors: InvalidInput with every issue; `incident.not_found`, `incident.retracted`, `incident.stale_version` with the current version.
 */
export async function changeIncident(
  store: Store,
  input: AskedChange,
  change: Change,
  actor: Actor,
  clock: Clock,
): Promise<{ version: number }> {
  const reason = readReason(input.reason);
  return store.tx((db) => changeInside(store, db, { ...input, reason }, change, actor, clock));
}
