import { setImmediate } from "node:timers/promises";
import { writeEntries } from "../incident-entries";
import { type ManyIncidents, manyIncidents } from "../many-incidents";
import type { Db, Store } from "../store";

/** What one row of an import writes, held back until all of it is known to be sound. */
export type Staged = {
  writes: ((many: ManyIncidents) => void)[];
  /** The ids of the incidents among it, for the lists and the search. */
  incidents: string[];
};

/** What rows of an import write, held until so much has come together that it is written at once. */
export type ImportQueue = {
  add(staged: Staged): void;
  /** Writes all that was added since; to be called before anything else is written or asked that it may concern. */
  flush(): Promise<void>;
};

/** To make so many is about as long as anybody should wait. */
const ENTRIES_AT_ONCE = 50;

export function staged(): Staged {
  return { writes: [], incidents: [] };
}

export function importQueue(store: Store, db: Db): ImportQueue {
  const many = manyIncidents(store, db, () => setImmediate());
  let isEmpty = true;
  let incidents: string[] = [];
  return {
    add(added) {
      if (added.writes.length === 0) return;
      isEmpty = false;
      for (const write of added.writes) write(many);
      incidents.push(...added.incidents);
    },
    async flush() {
      if (isEmpty) return;
      isEmpty = true;
      await many.write();
      const ids = incidents;
      incidents = [];
      for (let at = 0; at < ids.length; at += ENTRIES_AT_ONCE) {
        await writeEntries(store, db, ids.slice(at, at + ENTRIES_AT_ONCE));
        await setImmediate();
      }
    },
  };
}
