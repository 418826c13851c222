import { asc, desc, eq } from "drizzle-orm";
import { chanceOf } from "../../domain/synthetic/chance";
import type { Clock } from "../clock";
import { publishIncident } from "../commands/publish-incident";
import { publicationDraft } from "../publication-draft";
import type { Store } from "../store";
import { SYNTHETIC_REVIEWER } from "./generate-incidents";

/** Decisions a transaction. */
const BATCH = 200;

/**
 * Decides of so many verified incidents that they are public, by the program's own command; `publishPending` then does
 * it. Which ones is the same for the same ledger. Returns how many: fewer where no more may be published.
 */
export async function publishGenerated(
  store: Store,
  { count, seed }: { count: number; seed: number },
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const { incident } = store.t;
  const verified = await store.read
    .select({ id: incident.id, ref: incident.ref })
    .from(incident)
    .where(eq(incident.reviewStatus, "verified"))
    .orderBy(asc(incident.ref));
  const clock = await clockAfterLog(store, seed);
  let done = 0;
  while (done < count && verified.length > 0) {
    const some = verified.splice(0, Math.min(BATCH, count - done));
    done += await store.tx(async (db) => {
      const inside: Store = { ...store, read: db, tx: (work) => work(db) };
      let published = 0;
      for (const row of some) {
        const draft = await publicationDraft(inside, db, row);
        if (!draft || draft.disclosure.document.claims.length === 0) continue;
        const { ref } = row;
        await publishIncident(inside, { ref, digest: draft.digest }, SYNTHETIC_REVIEWER, clock);
        published++;
      }
      return published;
    });
    onProgress(done);
  }
  return done;
}

/** A second for every entry after the last one. */
async function clockAfterLog(store: Store, seed: number): Promise<Clock> {
  const { revision } = store.t;
  const [last] = await store.read
    .select({ at: revision.at })
    .from(revision)
    .orderBy(desc(revision.seq))
    .limit(1);
  let at = last?.at ?? 0;
  const chance = chanceOf(seed, 4, 0);
  return {
    now() {
      at += 1000;
      return at;
    },
    randomBytes: (length) =>
      Buffer.from(chance.hex(Math.ceil(length / 4) * 4), "hex").subarray(0, length),
  };
}
