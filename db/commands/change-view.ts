import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readViewName, readViewQuery } from "../../domain/saved-view";
import { type Clock, systemClock } from "../clock";
import { guardView } from "../guard-view";
import { recordKept } from "../kept-words";
import { logView } from "../log-view";
import { checkViewName, ownView } from "../own-view";
import type { Store } from "../store";

/**
 * Gives one of one's own views another name, another list, or both; what is left out stays. Its feed goes on, with
 * what the view then asks for. Errors: `view.not_found`, and those of saving one.
 */
export async function changeView(
  store: Store,
  input: { id: string; name?: string; query?: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "account.own");
  const { savedView } = store.t;
  await store.tx(async (db) => {
    const { id, ...before } = await ownView(store, db, input.id, actor);
    const { name, issues } = readViewName(input.name ?? before.name);
    const asked = readViewQuery(input.query ?? before.query);
    // What was kept long ago may ask for what is no more: that is no reason against another name.
    const ofQuery = input.query === undefined ? [] : asked.issues;
    if (issues.length + ofQuery.length > 0) throw new InvalidInput([...issues, ...ofQuery]);
    const query = input.query === undefined ? before.query : asked.query;
    if (name === before.name && query === before.query) return;
    await checkViewName(store, db, { id, name }, actor);
    const words = input.query === undefined ? "" : asked.words;
    const kept = await guardView(store, db, { id, name, words }, input.keep);
    await db
      .update(savedView)
      .set({ name, query, updatedAt: clock.now() })
      .where(eq(savedView.id, id));
    await logView(store, db, { action: "change_view", id }, actor, clock);
    await recordKept(store, db, kept, actor, clock);
  });
}
