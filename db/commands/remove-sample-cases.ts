import { eq, inArray, or } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import { writeEntries } from "../incident-entries";
import { noteRemoved } from "../removed-incidents";
import { readSamples, writeSampleRefs } from "../sample-cases";
import type { Db, Store } from "../store";
import { deletePublished } from "../write-incident";

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

async function removeIncident(store: Store, db: Db, id: string): Promise<void> {
  const { comment, incident, incidentLink, keptMark, notSameDecision } = store.t;
  const { publicationRecord, verifiedVersion } = store.t;
  const ids = [id];
  const comments = await db
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.incidentId, id));
  const links = await db
    .select({ id: incidentLink.id })
    .from(incidentLink)
    .where(or(eq(incidentLink.fromId, id), eq(incidentLink.toId, id)));
  for (const one of [...comments, ...links]) ids.push(one.id);
  await db.delete(keptMark).where(inArray(keptMark.entityId, ids));
  for (const table of [comment, verifiedVersion, publicationRecord])
    await db.delete(table).where(eq(table.incidentId, id));
  await db
    .delete(notSameDecision)
    .where(or(eq(notSameDecision.firstId, id), eq(notSameDecision.secondId, id)));
  const freed = await db
    .update(incident)
    .set({ mergedIntoId: null })
    .where(eq(incident.mergedIntoId, id))
    .returning({ id: incident.id });
  await writeEntries(
    store,
    db,
    freed.map((one) => one.id),
  );
  await deletePublished(store, db, id);
}

async function removeSources(store: Store, db: Db, ids: string[]): Promise<void> {
  const { keptMark, source, sourceDerivation } = store.t;
  await db.delete(keptMark).where(inArray(keptMark.entityId, ids));
  await db
    .delete(sourceDerivation)
    .where(or(inArray(sourceDerivation.sourceId, ids), inArray(sourceDerivation.fromId, ids)));
  await db.delete(source).where(inArray(source.id, ids));
}
