import { inArray } from "drizzle-orm";
import { newReference } from "../../domain/reference";
import type { Clock } from "../clock";
import type { Db, Store } from "../store";

/** New references that nothing has, asked of the ledger many at once. */
export type FreeReferences = {
  next(): Promise<string>;
  /** Somebody else has this one. */
  taken(ref: string): void;
};

const AT_ONCE = 64;

export function freeReferences(
  store: Store,
  db: Db,
  kind: "incident" | "source",
  clock: Clock,
): FreeReferences {
  const table = store.t[kind];
  const prefix = ({ incident: "INC", source: "SRC" } as const)[kind];
  let free = new Set<string>();
  return {
    async next() {
      while (free.size === 0) {
        const drawn = Array.from({ length: AT_ONCE }, () =>
          newReference(prefix, () => clock.randomBytes(1)[0]!),
        );
        const there = await db
          .select({ ref: table.ref })
          .from(table)
          .where(inArray(table.ref, drawn));
        free = new Set(drawn);
        for (const { ref } of there) free.delete(ref);
      }
      const [ref] = free;
      free.delete(ref!);
      return ref!;
    },
    taken(ref) {
      free.delete(ref);
    },
  };
}
