import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import { removeIncident } from "../remove-incident";
import { removeSources } from "../remove-sources";
import { noteRemoved } from "../removed-incidents";
import { readSamples, writeSampleRefs } from "../sample-cases";
import type { Store } from "../store";

/**
 * Removes the sample cases with all that belongs to them, and the sources that came with them unless something else
 * names one; nothing else is ever removed. They do not come back at the next start. What the log says of them stays.
 * The public store follows with `publishPending`. Errors: `samples.none`; InvalidInput (reason).
 */
export async function removeSampleCases(
  store: Store,
  input: { reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ incidents: number; sources: number }> {
  authorise(actor, "samples.remove");
  const reason = readReason(input.reason);
  return store.tx(async (db) => {
    const thing = { entity: "sample_cases" as const, entityId: "" };
    await guardReason(store, db, { reason, keep: input.keep }, thing, actor, clock);
    const { incidents, sources } = await readSamples(store, db);
    if (incidents.length + sources.length === 0) throw new DomainError("samples.none");
    for (const { id } of incidents) await removeIncident(store, db, id);
    await removeSources(
      store,
      db,
      sources.map(({ id }) => id),
    );
    await writeSampleRefs(store, db, []);
    await noteRemoved(
      store,
      db,
      incidents.map(({ id, ref }) => ({ id, ref })),
    );
    await appendRevision(
      store,
      db,
      {
        ...thing,
        action: "remove_samples",
        version: null,
        reason,
        before: { incidents, sources },
        after: null,
      },
      actor,
      clock,
    );
    return { incidents: incidents.length, sources: sources.length };
  });
}
