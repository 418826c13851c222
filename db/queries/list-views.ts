import { asc, eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { SavedView } from "../../domain/saved-view";
import type { Store } from "../store";

/** One's own views by name, at most 100. */
export async function listViews(store: Store, actor: Actor): Promise<SavedView[]> {
  authorise(actor, "account.own");
  const { savedView } = store.t;
  const rows = await store.read
    .select()
    .from(savedView)
    .where(eq(savedView.accountId, actor.id))
    .orderBy(asc(savedView.name), asc(savedView.id));
  return rows.map(({ id, name, query, feedCreatedAt, feedUsedAt }) => ({
    id,
    name,
    query,
    feed: feedCreatedAt === null ? null : { createdAt: feedCreatedAt, usedAt: feedUsedAt },
  }));
}
