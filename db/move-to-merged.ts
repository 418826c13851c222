import { and, eq, ne, or } from "drizzle-orm";
import { isSameLink } from "./insert-link";
import type { Db, Store } from "./store";

/** What went from one incident to another with a merge, so that it can go back. */
export type MovedThings = {
  /** Comments with the claim each was on. */
  comments: { id: string; claimId: string | null }[];
  /** Links whose end was moved. */
  links: string[];
};

/**
 * Gives comments, links and "not the same" decisions of the merged incident to the one it lives on in. A link or
 * decision between the two goes, and so does one that is there already. `claimIds`: where its claims are now.
 */
export async function moveToMerged(
  store: Store,
  db: Db,
  { from, to }: { from: string; to: string },
  claimIds: ReadonlyMap<string, string>,
): Promise<MovedThings> {
  const { comment } = store.t;
  const comments = await db
    .select({ id: comment.id, claimId: comment.claimId })
    .from(comment)
    .where(eq(comment.incidentId, from))
    .orderBy(comment.id);
  for (const { id, claimId } of comments)
    await db
      .update(comment)
      // A claim that is no more keeps its id: nothing else can have it.
      .set({
        incidentId: to,
        claimId: claimId === null ? null : (claimIds.get(claimId) ?? claimId),
      })
      .where(eq(comment.id, id));
  const links = await moveLinks(store, db, from, to);
  await moveDecisions(store, db, from, to);
  return { comments, links };
}

async function moveLinks(store: Store, db: Db, from: string, to: string): Promise<string[]> {
  const { incidentLink } = store.t;
  const links = await db
    .select()
    .from(incidentLink)
    .where(or(eq(incidentLink.fromId, from), eq(incidentLink.toId, from)))
    .orderBy(incidentLink.id);
  const moved: string[] = [];
  for (const { id, fromId, toId, type } of links) {
    const ends = { fromId: fromId === from ? to : fromId, toId: toId === from ? to : toId };
    const [there] = await db
      .select({ id: incidentLink.id })
      .from(incidentLink)
      .where(and(isSameLink(store, { ...ends, type }), ne(incidentLink.id, id)));
    if (ends.fromId === ends.toId || there)
      await db.delete(incidentLink).where(eq(incidentLink.id, id));
    else {
      await db.update(incidentLink).set(ends).where(eq(incidentLink.id, id));
      moved.push(id);
    }
  }
  return moved;
}

async function moveDecisions(store: Store, db: Db, from: string, to: string): Promise<void> {
  const { notSameDecision: decision } = store.t;
  const ofIt = or(eq(decision.firstId, from), eq(decision.secondId, from));
  const rows = await db.select().from(decision).where(ofIt);
  await db.delete(decision).where(ofIt);
  for (const { firstId, secondId, ...rest } of rows) {
    const other = firstId === from ? secondId : firstId;
    if (other === to) continue;
    const [first, second] = [other, to].sort() as [string, string];
    await db
      .insert(decision)
      .values({ ...rest, firstId: first, secondId: second })
      .onConflictDoNothing();
  }
}

/** Gives back what `moveToMerged` moved, where it is still there. */
export async function moveBack(
  store: Store,
  db: Db,
  { from, to }: { from: string; to: string },
  { comments, links }: MovedThings,
): Promise<void> {
  const { comment, incidentLink } = store.t;
  for (const { id, claimId } of comments)
    await db
      .update(comment)
      .set({ incidentId: from, claimId })
      .where(and(eq(comment.id, id), eq(comment.incidentId, to)));
  for (const id of links) {
    const [link] = await db.select().from(incidentLink).where(eq(incidentLink.id, id));
    if (link?.fromId === to)
      await db.update(incidentLink).set({ fromId: from }).where(eq(incidentLink.id, id));
    else if (link?.toId === to)
      await db.update(incidentLink).set({ toId: from }).where(eq(incidentLink.id, id));
  }
}
