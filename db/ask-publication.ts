import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** Notes, in the transaction that changes them, that the public store is to be brought in line about these incidents. */
export async function askPublication(
  store: Store,
  db: Db,
  incidentIds: Iterable<string>,
): Promise<void> {
  const { publicationRecord } = store.t;
  await inChunks(incidentIds, async (chunk) => {
    await db
      .update(publicationRecord)
      .set({ pending: true, asked: sql`${publicationRecord.asked} + 1` })
      .where(inArray(publicationRecord.incidentId, chunk));
    return [];
  });
}

/** The incidents that are published with the source, or with what copies it. */
export async function publishedWith(store: Store, db: Db, sourceId: string): Promise<string[]> {
  return verifiedWith(store, db, sourceId, isNotNull(store.t.verifiedVersion.publishedAt));
}

/** The incidents of which a verified version keeps a copy of the source. */
export async function verifiedWith(
  store: Store,
  db: Db,
  sourceId: string,
  which?: SQL,
): Promise<string[]> {
  const { verifiedVersion } = store.t;
  const rows = await db
    .selectDistinct({ id: verifiedVersion.incidentId })
    .from(verifiedVersion)
    .where(and(which, sql`${verifiedVersion.sources} like ${`%${JSON.stringify(sourceId)}%`}`))
    .orderBy(asc(verifiedVersion.incidentId));
  return rows.map(({ id }) => id);
}

/** Has a published incident be public no more, with every edition of it, and logs it. The reason stays inside. */
export async function withdraw(
  store: Store,
  db: Db,
  { id, reason }: { id: string; reason: string },
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const { incident, publicationRecord, verifiedVersion } = store.t;
  await db
    .update(publicationRecord)
    .set({ state: "withdrawn", reason, takenOffAt: clock.now() })
    .where(eq(publicationRecord.incidentId, id));
  // Whatever is published later, what was taken off does not come back with it.
  await db
    .update(verifiedVersion)
    .set({ publishedAt: null })
    .where(eq(verifiedVersion.incidentId, id));
  await askPublication(store, db, [id]);
  await db.update(incident).set({ publication: "internal" }).where(eq(incident.id, id));
  await appendRevision(
    store,
    db,
    {
      action: "unpublish",
      entity: "incident",
      entityId: id,
      version: null,
      reason,
      before: { publication: "public" },
      after: { publication: "internal" },
    },
    actor,
    clock,
  );
}

/** Notes that a published incident was taken back, for a reason the public is told; nothing where it never was public. */
export async function takeBackPublication(
  store: Store,
  db: Db,
  incidentId: string,
  { reason, at }: { reason: string; at: number },
): Promise<void> {
  const { publicationRecord } = store.t;
  await db
    .update(publicationRecord)
    .set({ state: "retracted", reason, takenOffAt: at })
    .where(
      and(eq(publicationRecord.incidentId, incidentId), eq(publicationRecord.state, "public")),
    );
  await askPublication(store, db, [incidentId]);
}
