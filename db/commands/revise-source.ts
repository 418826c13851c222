import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import { readReason } from "../../domain/read-reason";
import { type Source, sourceSchema } from "../../domain/source";
import { issuesOf } from "../../domain/zod-issues";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { readDocument } from "../read-incident";
import { findSource, toSource } from "../read-source";
import type { Db, Store } from "../store";
import { rewriteHeadline } from "../write-incident";
import { checkOrigins, sourceColumns } from "../write-source";

/**
 * Replaces what is written of a source, and recomputes the headline of every incident that cites it:
 * its publisher, reliability, date or origins may change what they rest on.
 * Errors: `source.not_found`, `source.stale_version`, InvalidInput.
 */
export async function reviseSource(
  store: Store,
  input: { ref: string; version: number; source: Source; reason: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "source.revise");
  const parsed = sourceSchema.safeParse(input.source, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { data } = parsed;
  const reason = readReason(input.reason);
  return store.tx(async (db) => {
    const row = await findSource(store, db, input.ref);
    if (!row) throw new DomainError("source.not_found", { ref: input.ref });
    if (row.version !== input.version)
      throw new DomainError("source.stale_version", { given: input.version, current: row.version });
    const issues = await checkOrigins(store, db, row.id, data.derivedFrom);
    if (issues.length > 0) throw new InvalidInput(issues);
    const before = await toSource(store, db, row);
    const { source, sourceDerivation } = store.t;
    const version = row.version + 1;
    await db
      .update(source)
      .set({ ...sourceColumns(data), version, updatedAt: clock.now() })
      .where(eq(source.id, row.id));
    await db.delete(sourceDerivation).where(eq(sourceDerivation.sourceId, row.id));
    for (const fromId of new Set(data.derivedFrom))
      await db.insert(sourceDerivation).values({ sourceId: row.id, fromId });
    await rewriteCitingIncidents(store, db, row.id);
    await appendRevision(
      store,
      db,
      {
        action: "revise",
        entity: "source",
        entityId: row.id,
        version,
        reason,
        before,
        after: data,
      },
      actor,
      clock,
    );
    return { version };
  });
}

// The incident itself is not edited: neither its version nor its time of update moves.
async function rewriteCitingIncidents(store: Store, db: Db, sourceId: string): Promise<void> {
  const { claim, incident } = store.t;
  const citing = await db
    .selectDistinct({ id: claim.incidentId })
    .from(claim)
    .where(eq(claim.sourceId, sourceId));
  for (const { id } of citing) {
    const [row] = await db.select().from(incident).where(eq(incident.id, id));
    if (row) await rewriteHeadline(store, db, row, await readDocument(store, db, row));
  }
}
