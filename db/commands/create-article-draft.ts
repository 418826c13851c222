import { count, eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import {
  ARTICLE_LIMITS,
  type ArticleCase,
  type ArticleFacts,
} from "../../domain/article/article-case";
import { DomainError } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { articleTexts } from "../../domain/personal-data/article-texts";
import { freeText } from "../../domain/personal-data/free-texts";
import { type Clock, systemClock } from "../clock";
import { guardArticle } from "../guard-article";
import { newId } from "../new-id";
import type { Store } from "../store";

/**
 * Puts an article and what was read from it aside, for oneself. `text`: as a source stores it, with what must not be
 * stored replaced. Nothing of it is in the ledger: no list, count or export knows of it, and the log neither.
 * Errors: InvalidInput with what the personal-data guard marks and `keep` does not keep; `article.too_many`.
 */
export async function createArticleDraft(
  store: Store,
  input: { article: ArticleFacts; text: string; cases: ArticleCase[]; keep: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  authorise(actor, "article.draft");
  const { article, text, cases, keep } = input;
  await guardArticle([freeText("text", text), ...articleTexts(article, cases)], keep);
  const { articleDraft } = store.t;
  const id = newId(clock);
  const at = clock.now();
  await store.tx(async (db) => {
    const [own] = await db
      .select({ n: count() })
      .from(articleDraft)
      .where(eq(articleDraft.accountId, actor.id));
    if (own!.n >= ARTICLE_LIMITS.drafts)
      throw new DomainError("article.too_many", { max: ARTICLE_LIMITS.drafts });
    await db.insert(articleDraft).values({
      ...{ id, article, text, cases },
      keep: [...keep],
      accountId: actor.id,
      version: 1,
      createdAt: at,
      updatedAt: at,
    });
  });
  return { id };
}
