import { writeMissingEntries } from "../db/incident-entries";
import type { Store } from "../db/store";
import { withProgress } from "./with-progress";

/**
 * Writes what lists and the search do not know yet of the incidents; after an update that may be all, and take minutes.
 * Stopped in the middle, it goes on where it was the next time. Returns how many it wrote.
 */
export function indexIncidents(store: Store): Promise<number> {
  return withProgress("Indexed", (at) => writeMissingEntries(store, at), {
    note: "If stopped, it goes on the next time.",
  });
}
