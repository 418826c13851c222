import type { Store } from "./store";
import { atOneMoment } from "./store-index";

/** Builds what is kept in memory of a store's incidents, so that nobody's question has to wait for that. */
export async function warmIndex(store: Store): Promise<void> {
  await atOneMoment(store, async () => undefined);
}
