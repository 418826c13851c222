import { asc } from "drizzle-orm";
import { chainHash, sha256 } from "./append-revision";
import type { Store } from "./store";

/** Recomputes the whole log: true when every payload fits its digest and every entry the one before it. */
export async function isChainWhole(store: Store): Promise<boolean> {
  const rows = await store.read.select().from(store.t.revision).orderBy(asc(store.t.revision.seq));
  return rows.every(
    (row, index) =>
      row.seq === index + 1 &&
      row.previousHash === (rows[index - 1]?.hash ?? "") &&
      row.payloadDigest === sha256(row.salt + row.payload) &&
      row.hash === chainHash(row),
  );
}

/** How many entries the log has. */
export async function countEntries(store: Store): Promise<number> {
  return (await store.read.select({ seq: store.t.revision.seq }).from(store.t.revision)).length;
}
