import { desc, eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { ArticleFacts } from "../../domain/article/article-case";
import type { Store } from "../store";

/** `cases`: how many drafts of incidents it has. `updatedAt`: milliseconds since 1970. */
export type ArticleDraftLine = {
  id: string;
  article: ArticleFacts;
  cases: number;
  updatedAt: number;
};

/** One's own articles that are put aside, the latest first. */
export async function listArticleDrafts(store: Store, actor: Actor): Promise<ArticleDraftLine[]> {
  authorise(actor, "article.draft");
  const { articleDraft } = store.t;
  const { id, article, cases, updatedAt } = articleDraft;
  const rows = await store.read
    .select({ id, article, cases, updatedAt })
    .from(articleDraft)
    .where(eq(articleDraft.accountId, actor.id))
    .orderBy(desc(updatedAt), desc(id));
  return rows.map((row) => ({ ...row, cases: row.cases.length }));
}
