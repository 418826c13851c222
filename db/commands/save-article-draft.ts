import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { ArticleCase, ArticleFacts } from "../../domain/article/article-case";
import type { Keep } from "../../domain/keep";
import { articleTexts } from "../../domain/personal-data/article-texts";
import { type Clock, systemClock } from "../clock";
import { guardArticle } from "../guard-article";
import { ownArticle } from "../own-article";
import type { Store } from "../store";

/**
 * Keeps what was made of an article so far. `keep`: further words that the personal-data guard marks and that stay.
 * Returns the text it was made of, and when that was published as it was kept before.
 * Errors: InvalidInput with what else it marks; `article.not_found`; `article.stale`.
 */
export async function saveArticleDraft(
  store: Store,
  input: {
    id: string;
    version: number;
    article: ArticleFacts;
    cases: ArticleCase[];
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number; text: string; publishedBefore: string }> {
  authorise(actor, "article.draft");
  const { article, cases } = input;
  const { articleDraft } = store.t;
  return store.tx(async (db) => {
    const draft = await ownArticle(store, db, input, actor);
    const keep = [...draft.keep, ...(input.keep ?? [])];
    await guardArticle(articleTexts(article, cases), keep);
    const version = draft.version + 1;
    await db
      .update(articleDraft)
      .set({ article, cases, keep, version, updatedAt: clock.now() })
      .where(eq(articleDraft.id, draft.id));
    return { version, text: draft.text, publishedBefore: draft.article.published };
  });
}
