import { and, eq, ne } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import { DomainError, InvalidInput } from "../domain/errors";
import { shown } from "../domain/issue";
import type { Db, Store } from "./store";

/** A view as it is stored, of whoever asks. Errors: `view.not_found`, somebody else's too. */
export async function ownView(store: Store, db: Db, id: string, actor: Actor) {
  const { savedView } = store.t;
  const [found] = await db
    .select()
    .from(savedView)
    .where(and(eq(savedView.id, id), eq(savedView.accountId, actor.id)));
  if (!found) throw new DomainError("view.not_found");
  return found;
}

/** Throws InvalidInput with `view.name_taken` where another view of the same account has the name. */
export async function checkViewName(
  store: Store,
  db: Db,
  { id, name }: { id: string; name: string },
  actor: Actor,
): Promise<void> {
  const { savedView } = store.t;
  const [other] = await db
    .select({ id: savedView.id })
    .from(savedView)
    .where(and(eq(savedView.accountId, actor.id), eq(savedView.name, name), ne(savedView.id, id)));
  if (other)
    throw new InvalidInput([
      { path: "name", code: "view.name_taken", values: { value: shown(name) } },
    ]);
}
