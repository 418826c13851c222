import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { ownArticle } from "../own-article";
import type { Store } from "../store";

/** Throws away an article that was put aside, its text with it. Errors: `article.not_found`. */
export async function discardArticleDraft(
  store: Store,
  { id }: { id: string },
  actor: Actor,
): Promise<void> {
  authorise(actor, "article.draft");
  await store.tx(async (db) => {
    await ownArticle(store, db, { id, version: null }, actor);
    await db.delete(store.t.articleDraft).where(eq(store.t.articleDraft.id, id));
  });
  await store.forget();
}
