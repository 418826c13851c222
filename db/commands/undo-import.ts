import { setImmediate } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { UndoPlan } from "../../domain/import/undo-plan";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { changeInside } from "../change-inside";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import { writeBegun } from "../import/begun-run";
import { findImport } from "../import/find-import";
import { planOf, readUndo } from "../import/read-undo";
import { undoThings } from "../import/undo-things";
import { inChunks } from "../in-chunks";
import { readPastVersion } from "../read-past-version";
import { removeIncident } from "../remove-incident";
import { noteRemoved, type RemovedIncident } from "../removed-incidents";
import type { Db, Store } from "../store";

/** What a report says beside its counts. */
const WITHOUT_WORDS = { faults: [], listed: [], changed: [], kept: [], similar: [] };

/** Incidents between which nobody else is served. */
const AT_ONCE = 20;

/**
 * Takes a whole import out of the ledger again, in one transaction: what it created is removed with the sources and
 * places that nothing else names, what it changed is as it was before. Incidents that somebody touched since are left,
 * and said. Others read meanwhile, and wait to write. The public store follows with `publishPending`.
 * Errors: InvalidInput (reason), `import.not_found`, `import.not_possible`; the signal's own reason where it was aborted.
 */
export async function undoImport(
  store: Store,
  input: {
    id: string;
    reason: string;
    keep?: readonly Keep[];
    /** Told how many incidents are done, of how many. */
    onProgress?: (done: number, all: number) => void;
    /** Ends it between two incidents; nothing of it is kept. */
    signal?: AbortSignal;
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<UndoPlan> {
  authorise(actor, "data.import");
  const { id, onProgress, signal } = input;
  const reason = readReason(input.reason, { required: true });
  const { dataImport, importedRow } = store.t;
  return store.tx(async (db) => {
    const row = await findImport(store, db, id, "applied");
    const thing = { entity: "import", entityId: id } as const;
    await guardReason(store, db, { reason, keep: input.keep }, thing, actor, clock);
    const steps = await readUndo(store, db, id);
    const all = steps.remove.length + steps.restore.length;
    let done = 0;
    onProgress?.(done, all);
    const rest = async () => {
      signal?.throwIfAborted();
      await setImmediate();
    };
    const step = async () => {
      onProgress?.(++done, all);
      if (done % AT_ONCE === 0) await rest();
    };
    await rest();
    for (const one of [...steps.restore]) {
      const isRestored = await restore(store, db, one, reason, actor, clock);
      if (isRestored)
        await db
          .delete(importedRow)
          .where(and(eq(importedRow.importId, id), eq(importedRow.incidentId, one.id)));
      else {
        steps.restore.splice(steps.restore.indexOf(one), 1);
        steps.left.push(one);
      }
      await step();
    }
    const published = await publishedAmong(store, db, steps.remove);
    for (const { id: incidentId } of steps.remove) {
      await removeIncident(store, db, incidentId);
      await step();
    }
    if (published.length > 0) await noteRemoved(store, db, published);
    await undoThings(store, db, id, { actor, clock, rest });
    await writeBegun(store, db, id, null);
    await db
      .update(dataImport)
      .set({
        state: "undone",
        undoneAt: clock.now(),
        // The counts stay; titles and words of what was taken out do not.
        report: row.report && { ...row.report, ...WITHOUT_WORDS },
      })
      .where(eq(dataImport.id, id));
    const plan = planOf(steps);
    const { removed, restored } = plan;
    const left = plan.left.map(({ ref }) => ref);
    await appendRevision(
      store,
      db,
      {
        ...thing,
        action: "undo_import",
        version: null,
        reason,
        before: { file: row.fileName, sha256: row.sha256 },
        after: { removed, restored, left },
      },
      actor,
      clock,
    );
    return plan;
  });
}

/** Those of which the public store may hold something: to look there for all of a large import would take long. */
async function publishedAmong(
  { t: { publicationRecord } }: Store,
  db: Db,
  incidents: readonly RemovedIncident[],
): Promise<RemovedIncident[]> {
  const ids = incidents.map(({ id }) => id);
  const records = await inChunks(ids, (chunk) =>
    db
      .select({ id: publicationRecord.incidentId })
      .from(publicationRecord)
      .where(inArray(publicationRecord.incidentId, chunk)),
  );
  const known = new Set(records.map(({ id }) => id));
  return incidents.filter(({ id }) => known.has(id)).map(({ id, ref }) => ({ id, ref }));
}

/** False where the log no longer has what it was before. */
async function restore(
  store: Store,
  db: Db,
  { id, ref, first }: { id: string; ref: string; first: number },
  reason: string,
  actor: Actor,
  clock: Clock,
): Promise<boolean> {
  const past = await readPastVersion(store, db, id, { version: first - 1 });
  const document = past?.document;
  if (!document) return false;
  await changeInside(
    store,
    db,
    { ref, version: null, action: "undo_import", reason, guards: "new" },
    () => document,
    actor,
    clock,
  );
  return true;
}
