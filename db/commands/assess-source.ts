import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { MAX_VALUES } from "../../domain/filter-field";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import type { Assessment } from "../../domain/vocabulary";
import { assessmentChanges, withAssessment } from "../assessment-changes";
import { changeInside } from "../change-inside";
import { type Clock, systemClock } from "../clock";
import { findSource } from "../read-source";
import type { Store } from "../store";

/**
 * Changes how all claims of one source are judged in each of the incidents, as was shown before: all of it or nothing,
 * with one entry in the log of each incident in which something changes. Those that were verified or disputed are in
 * review again. `version`: of each incident as it was shown; `digest`: of all that was shown.
 * Errors: `selection.none`, `selection.too_many`, `source.not_found`, `incident.not_found`, `incident.retracted`,
 * `selection.saved_since` with the incident that somebody saved, `selection.moved_on` where otherwise something else
 * would change than was shown, `selection.nothing_to_change`; InvalidInput.
 */
export async function assessSource(
  store: Store,
  input: {
    source: string;
    assessment: Assessment;
    incidents: readonly { ref: string; version: number }[];
    digest: string;
    reason: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ changed: string[] }> {
  authorise(actor, "claim.assess");
  const { assessment, incidents, keep } = input;
  const reason = readReason(input.reason, { required: true });
  if (incidents.length === 0) throw new DomainError("selection.none");
  if (incidents.length > MAX_VALUES)
    throw new DomainError("selection.too_many", { max: MAX_VALUES });
  return store.tx(async (db) => {
    const source = await findSource(store, db, input.source);
    if (!source) throw new DomainError("source.not_found", { ref: input.source });
    const asked = { sourceId: source.id, assessment, refs: incidents.map(({ ref }) => ref) };
    const { changes, digest } = await assessmentChanges(store, db, asked);
    const other = changes.find(({ version }, at) => version !== incidents[at]!.version);
    if (other) throw new DomainError("selection.saved_since", { ref: other.ref });
    if (digest !== input.digest) throw new DomainError("selection.moved_on");
    const changing = changes.filter(({ claims }) => claims > 0);
    if (changing.length === 0) throw new DomainError("selection.nothing_to_change");
    for (const { ref, version } of changing)
      await changeInside(
        store,
        db,
        { ref, version, reason, keep, guards: "new", action: "assess_claim" },
        (before) => withAssessment(before, source.id, assessment),
        actor,
        clock,
      );
    return { changed: changing.map(({ ref }) => ref) };
  });
}
