import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { type ArticleWork, redactArticle } from "../../domain/article/redact-article";
import { type MarkKind, REDACTED } from "../../domain/personal-data/mark";
import { type Clock, systemClock } from "../clock";
import { ownArticle } from "../own-article";
import type { Store } from "../store";

/**
 * Replaces words in an article that was put aside, wherever they stand in it by themselves, and in what was made of
 * it. What they were is not kept. Errors: `article.not_found`; `article.stale`.
 */
export async function redactArticleDraft(
  store: Store,
  input: { id: string; version: number; words: string; kind: MarkKind } & Omit<ArticleWork, "text">,
  actor: Actor,
  clock: Clock = systemClock,
): Promise<ArticleWork & { version: number }> {
  authorise(actor, "article.draft");
  const { words, kind, article, cases } = input;
  const { articleDraft } = store.t;
  return store.tx(async (db) => {
    const draft = await ownArticle(store, db, input, actor);
    const work = redactArticle({ article, cases, text: draft.text }, words, REDACTED[kind]);
    const keep = draft.keep.filter((one) => one.words !== words);
    const version = draft.version + 1;
    await db
      .update(articleDraft)
      .set({ ...work, keep, version, updatedAt: clock.now() })
      .where(eq(articleDraft.id, draft.id));
    return { ...work, version };
  });
}
