import { type Actor, authorise } from "../../domain/actor";
import type { Settings } from "../../domain/setting";
import { readSettings } from "../read-settings";
import type { Store } from "../store";

/** How the ledger is set. */
export async function getSettings(store: Store, actor: Actor): Promise<Settings> {
  authorise(actor, "settings.read");
  return readSettings(store, store.read);
}
