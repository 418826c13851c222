import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
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

/** The incidents that were ever published with the source, or with what copies it. */
export async function publishedWith(store: Store, db: Db, sourceId: string): Promise<string[]> {
  const { verifiedVersion } = store.t;
  const rows = await db
    .selectDistinct({ id: verifiedVersion.incidentId })
    .from(verifiedVersion)
    .where(
      and(
        isNotNull(verifiedVersion.publishedAt),
        sql`${verifiedVersion.sources} like ${`%${JSON.stringify(sourceId)}%`}`,
      ),
    );
  return rows.map(({ id }) => id);
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
