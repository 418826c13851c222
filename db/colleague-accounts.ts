import { and, eq, type SQL } from "drizzle-orm";
import { ACTOR_ROLES, type Actor, may, type Permission } from "../domain/actor";
import { identifier } from "../domain/text";
import { inCodes } from "./kit-shared";
import type { Db, Store } from "./store";

/** The accounts in use that may do something. */
export function accountsThatMay(store: Store, permission: Permission): SQL {
  const { account } = store.t;
  const roles = ACTOR_ROLES.filter((role) => may({ id: "", role }, permission));
  return and(eq(account.banned, false), inCodes(account.role, roles))!;
}

/** Those of the ids that nobody has who may do it; the actor's own is always somebody's. */
export async function unknownColleagues(
  store: Store,
  db: Db,
  ids: readonly string[],
  permission: Permission,
  actor: Actor,
): Promise<string[]> {
  const { account } = store.t;
  const unknown: string[] = [];
  for (const id of ids) {
    if (id === actor.id) continue;
    const found = identifier.safeParse(id).success
      ? await db
          .select({ id: account.id })
          .from(account)
          .where(and(eq(account.id, id), accountsThatMay(store, permission)))
      : [];
    if (found.length === 0) unknown.push(id);
  }
  return unknown;
}
