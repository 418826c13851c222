import { and, eq } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import { DomainError } from "../domain/errors";
import { isStorable } from "../domain/text";
import type { Db, Store } from "./store";

/**
 * A draft of an article, of whoever asks. `version`: the one the person saw; null = any.
 * Errors: `article.not_found`, somebody else's too; `article.stale` where it was saved since.
 */
export async function ownArticle(
  store: Store,
  db: Db,
  { id, version }: { id: string; version: number | null },
  actor: Actor,
) {
  const { articleDraft } = store.t;
  // What PostgreSQL cannot even compare is nobody's id.
  if (!isStorable(id)) throw new DomainError("article.not_found");
  const [found] = await db
    .select()
    .from(articleDraft)
    .where(and(eq(articleDraft.id, id), eq(articleDraft.accountId, actor.id)));
  if (!found) throw new DomainError("article.not_found");
  if (version !== null && version !== found.version) throw new DomainError("article.stale");
  return found;
}
