import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { type ArticleWork, redactArticle } from "../../domain/article/redact-article";
import { findWords } from "../../domain/find-words";
import { articleTexts } from "../../domain/personal-data/article-texts";
import { type MarkKind, REDACTED } from "../../domain/personal-data/mark";
import { redactWords } from "../../domain/redact-words";
import { type Clock, systemClock } from "../clock";
import { articleMarks } from "../guard-article";
import { ownArticle } from "../own-article";
import type { Store } from "../store";

/**
 * Replaces words in an article that was put aside, wherever they stand in it by themselves, and in what was made of
 * it, which is given back. What they were is not kept, nor a decision that kept them. Where the personal-data guard
 * still marks something in what was made of it, that is not stored: there the words are replaced in what was kept last.
 * Errors: `article.not_found`; `article.stale`.
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
  const done = await store.tx(async (db) => {
    const draft = await ownArticle(store, db, input, actor);
    const redacted = (edit: Omit<ArticleWork, "text">) =>
      redactArticle({ ...edit, text: draft.text }, words, REDACTED[kind]);
    const work = redacted({ article, cases });
    const keep = draft.keep
      .filter((one) => findWords(one.words, words).length === 0)
      .map((one) => ({ ...one, reason: redactWords(one.reason, words, REDACTED[kind]) }));
    const marks = await articleMarks(articleTexts(work.article, work.cases), keep);
    const stored = marks.length === 0 ? work : redacted(draft);
    const version = draft.version + 1;
    await db
      .update(articleDraft)
      .set({
        ...{ article: stored.article, text: stored.text, cases: stored.cases },
        ...{ keep, version, updatedAt: clock.now() },
      })
      .where(eq(articleDraft.id, draft.id));
    return { ...work, version };
  });
  await store.forget();
  return done;
}
