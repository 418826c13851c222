import type { SQL } from "drizzle-orm";
import type { Store } from "./store";
import { tableOrder } from "./table-order";

/** Places by name; those of the same name by their ids. */
export function byPlaceName(store: Store): SQL[] {
  const { sortName, id } = store.t.location;
  const parts = [sortName, id].map((value) => ({ value, text: true }));
  return tableOrder(store, parts, false);
}
