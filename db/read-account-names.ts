import { inArray } from "drizzle-orm";
import type { Person } from "../domain/review-view";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** What to call whoever has one of the ids: the name of the account, or the id itself where no account has it. */
export async function readAccountNames(
  store: Store,
  db: Db,
  ids: Iterable<string | null>,
): Promise<(id: string) => Person> {
  const { account } = store.t;
  const asked = [...ids].filter((id) => id !== null);
  const rows = await inChunks(asked, (chunk) =>
    db
      .select({ id: account.id, name: account.name })
      .from(account)
      .where(inArray(account.id, chunk)),
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) || id });
}
