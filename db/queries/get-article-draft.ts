import { type Actor, authorise } from "../../domain/actor";
import { ownArticle } from "../own-article";
import type { Store } from "../store";

/** One's own draft of an article. Errors: `article.not_found`, somebody else's too. */
export async function getArticleDraft(store: Store, actor: Actor, id: string) {
  authorise(actor, "article.draft");
  const { version, article, text, cases, keep } = await ownArticle(
    store,
    store.read,
    { id, version: null },
    actor,
  );
  return { id, version, article, text, cases, keep };
}
