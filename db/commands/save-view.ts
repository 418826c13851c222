import { count, eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readViewName, readViewQuery, VIEW_LIMITS } from "../../domain/saved-view";
import { type Clock, systemClock } from "../clock";
import { guardView } from "../guard-view";
import { recordKept } from "../kept-words";
import { logView } from "../log-view";
import { newId } from "../new-id";
import { checkViewName } from "../own-view";
import type { Store } from "../store";

/**
 * Keeps a list under a name, for oneself. `query`: its address, from which page and size are left out.
 * Errors: InvalidInput with every issue, `view.name_taken` and those of the personal-data guard; `view.too_many`.
 */
export async function saveView(
  store: Store,
  input: { name: string; query: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  authorise(actor, "account.own");
  const { name, issues } = readViewName(input.name);
  const { query, words, issues: ofQuery } = readViewQuery(input.query);
  if (issues.length + ofQuery.length > 0) throw new InvalidInput([...issues, ...ofQuery]);
  const { savedView } = store.t;
  const id = newId(clock);
  await store.tx(async (db) => {
    const [own] = await db
      .select({ n: count() })
      .from(savedView)
      .where(eq(savedView.accountId, actor.id));
    if (own!.n >= VIEW_LIMITS.views)
      throw new DomainError("view.too_many", { max: VIEW_LIMITS.views });
    await checkViewName(store, db, { id, name }, actor);
    const kept = await guardView(store, db, { id, name, words }, input.keep);
    const at = clock.now();
    await db
      .insert(savedView)
      .values({ id, accountId: actor.id, name, query, createdAt: at, updatedAt: at });
    await logView(store, db, { action: "save_view", id }, actor, clock);
    await recordKept(store, db, kept, actor, clock);
  });
  return { id };
}
