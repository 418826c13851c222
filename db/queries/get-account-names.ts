import { type Actor, authorise } from "../../domain/actor";
import { readAccountNames } from "../read-account-names";
import type { Store } from "../store";

/** What to call everybody whom the entries of a log name: the name of the account, or the id where none has it. */
export async function getAccountNames(
  store: Store,
  actor: Actor,
  ids: readonly string[],
): Promise<Record<string, string>> {
  authorise(actor, "history.read");
  const person = await readAccountNames(store, store.read, new Set(ids));
  return Object.fromEntries(ids.map((id) => [id, person(id).name]));
}
