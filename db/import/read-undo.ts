import { setImmediate } from "node:timers/promises";
import { and, count, eq, inArray, max, min, notInArray, or, sql } from "drizzle-orm";
import type { UndoPlan } from "../../domain/import/undo-plan";
import { inChunks } from "../in-chunks";
import type { Db, Store } from "../store";

type Touched = { id: string; ref: string; title: string; first: number };

/** What undoing an import would do to incidents; `first`: the first version that the import made. */
export type UndoSteps = { remove: Touched[]; restore: Touched[]; left: Touched[] };

/**
 * What becomes of the incidents of an import when it is undone: those it created are removed and those it changed are
 * as they were before, unless somebody did something to them since: edited, reviewed or commented on them, linked
 * them or merged something into them. Those are left.
 */
export async function readUndo(store: Store, db: Db, importId: string): Promise<UndoSteps> {
  const { comment, importedRow, importedThing, incident, incidentLink } = store.t;
  const rows = await db
    .select({
      id: importedRow.incidentId,
      ref: incident.ref,
      title: incident.title,
      now: incident.version,
      first: min(importedRow.version).mapWith(Number),
      last: max(importedRow.version).mapWith(Number),
      created: max(sql`case when ${importedRow.action} = 'created' then 1 else 0 end`).mapWith(
        Number,
      ),
      changed: max(sql`case when ${importedRow.action} = 'changed' then 1 else 0 end`).mapWith(
        Number,
      ),
    })
    .from(importedRow)
    .innerJoin(incident, eq(incident.id, importedRow.incidentId))
    .where(eq(importedRow.importId, importId))
    .groupBy(importedRow.incidentId, incident.ref, incident.title, incident.version)
    .orderBy(incident.ref);
  const ids = rows.map(({ id }) => id);
  /** Of a large import this takes seconds: others are served meanwhile. */
  const among = <T>(ask: (chunk: string[]) => PromiseLike<T[]>) =>
    inChunks(ids, async (chunk) => {
      await setImmediate();
      return ask(chunk);
    });
  const commented = await among((chunk) =>
    db
      .select({ id: comment.incidentId, n: count() })
      .from(comment)
      .where(inArray(comment.incidentId, chunk))
      .groupBy(comment.incidentId),
  );
  const own = db
    .select({ id: importedRow.incidentId })
    .from(importedRow)
    .where(eq(importedRow.importId, importId));
  const merged = await among((chunk) =>
    db
      .select({ id: incident.mergedIntoId })
      .from(incident)
      .where(and(inArray(incident.mergedIntoId, chunk), notInArray(incident.id, own))),
  );
  const links = await among((chunk) =>
    db
      .select({ id: incidentLink.id, fromId: incidentLink.fromId, toId: incidentLink.toId })
      .from(incidentLink)
      .where(or(inArray(incidentLink.fromId, chunk), inArray(incidentLink.toId, chunk))),
  );
  const came = await db
    .select({ id: importedThing.entityId })
    .from(importedThing)
    .where(and(eq(importedThing.importId, importId), eq(importedThing.entity, "link")));
  const ownLinks = new Set(came.map(({ id }) => id));
  const linked = links
    .filter(({ id }) => !ownLinks.has(id))
    .flatMap(({ fromId, toId }) => [{ id: fromId }, { id: toId }]);
  const busy = new Set([...commented, ...merged, ...linked].map(({ id }) => id));
  const steps: UndoSteps = { remove: [], restore: [], left: [] };
  for (const { id, ref, title, now, first, last, created, changed } of rows) {
    if (!created && !changed) continue;
    const isTouched = now !== last || (created === 1 && busy.has(id));
    steps[isTouched ? "left" : created ? "remove" : "restore"].push({ id, ref, title, first });
  }
  return steps;
}

/** The same for a page. */
export function planOf({ remove, restore, left }: UndoSteps): UndoPlan {
  return {
    removed: remove.length,
    restored: restore.length,
    left: left.map(({ ref, title }) => ({ ref, title })),
  };
}
