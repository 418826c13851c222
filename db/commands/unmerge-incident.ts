import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { askPublication } from "../ask-publication";
import { changeInside } from "../change-inside";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import { moveBack } from "../move-to-merged";
import { findIncident, type IncidentRow } from "../read-incident";
import { readPastVersion } from "../read-past-version";
import { standAlone } from "../stand-alone";
import type { Db, Store } from "../store";

/**
 * Undoes a merge: the incident of `ref` stands for itself again, as it was, public again where it was public, with
 * its comments and links. The other one is written back to what it was before, unless somebody has changed it since:
 * `isRestored` is false then, and what came from the merge is to be taken out by hand.
 * Needs a reason. Errors: `incident.not_found`, `merge.not_merged`, `incident.retracted`; InvalidInput (reason).
 */
export async function unmergeIncident(
  store: Store,
  input: { ref: string; reason: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ into: string; isRestored: boolean }> {
  authorise(actor, "incident.merge");
  const reason = readReason(input.reason, { required: true });
  const { incident } = store.t;
  return store.tx(async (db) => {
    const gone = await findIncident(store, db, input.ref);
    if (!gone) throw new DomainError("incident.not_found", { ref: input.ref });
    if (gone.mergedIntoId === null) throw new DomainError("merge.not_merged", { ref: gone.ref });
    const thing = { entity: "incident" as const, entityId: gone.id };
    await guardReason(store, db, { reason, keep: input.keep }, thing, actor, clock);
    const [kept] = await db.select().from(incident).where(eq(incident.id, gone.mergedIntoId));
    const merge = await readMerge(store, db, gone.id);
    const version = gone.version + 1;
    await db
      .update(incident)
      .set({ version, updatedAt: clock.now() })
      .where(eq(incident.id, gone.id));
    if (merge) await moveBack(store, db, { from: gone.id, to: kept!.id }, merge.moved);
    const publication = await standAlone(store, db, gone.id);
    await askPublication(store, db, [kept!.id]);
    await appendRevision(
      store,
      db,
      {
        ...thing,
        action: "merge",
        version,
        reason,
        before: { mergedInto: kept!.ref, publication: "internal" },
        after: { mergedInto: null, publication },
      },
      actor,
      clock,
    );
    const isRestored =
      merge !== null && (await writeBack(store, db, kept!, merge.version, reason, actor, clock));
    return { into: kept!.ref, isRestored };
  });
}

const mergeSchema = z.object({
  version: z.number(),
  moved: z.object({
    comments: z.array(z.object({ id: z.string(), claimId: z.string().nullable() })),
    links: z.array(z.string()),
  }),
});

/** What the log says of the last merge of an incident; null where a purge has emptied that. */
async function readMerge({ t: { revision } }: Store, db: Db, id: string) {
  const [row] = await db
    .select({ payload: revision.payload })
    .from(revision)
    .where(
      and(eq(revision.entity, "incident"), eq(revision.entityId, id), eq(revision.action, "merge")),
    )
    .orderBy(desc(revision.seq))
    .limit(1);
  if (!row?.payload) return null;
  return mergeSchema.safeParse(JSON.parse(row.payload).after).data ?? null;
}

async function writeBack(
  store: Store,
  db: Db,
  kept: IncidentRow,
  version: number,
  reason: string,
  actor: Actor,
  clock: Clock,
): Promise<boolean> {
  if (kept.version !== version || kept.mergedIntoId !== null || kept.reviewStatus === "retracted")
    return false;
  const past = await readPastVersion(store, db, kept.id, { version: version - 1 });
  const document = past?.document;
  if (!document) return false;
  await changeInside(
    store,
    db,
    { ref: kept.ref, version, reason, guards: "new", action: "restore" },
    () => document,
    actor,
    clock,
  );
  return true;
}
