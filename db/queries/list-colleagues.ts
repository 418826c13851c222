import { asc } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { Person } from "../../domain/review-view";
import { accountsThatMay } from "../colleague-accounts";
import type { Store } from "../store";

const MAX_COLLEAGUES = 1_000;

/** Who can be assigned or mentioned: the accounts in use that may edit, by name; at most 1000. */
export async function listColleagues(store: Store, actor: Actor): Promise<Person[]> {
  authorise(actor, "incident.assign");
  const { account } = store.t;
  return store.read
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(accountsThatMay(store, "incident.revise"))
    .orderBy(asc(account.name), asc(account.id))
    .limit(MAX_COLLEAGUES);
}
