import { inArray } from "drizzle-orm";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** The ids of the incidents that the index knows by these numbers, in their order. */
export async function idsOfNumbers(
  { t }: Store,
  db: Db,
  numbers: readonly number[],
): Promise<string[]> {
  const { number, incidentId } = t.incidentEntry;
  const rows = await inChunks(numbers, (chunk) =>
    db.select({ number, incidentId }).from(t.incidentEntry).where(inArray(number, chunk)),
  );
  const idOf = new Map(rows.map((row) => [row.number, row.incidentId]));
  return numbers.map((one) => idOf.get(one)!);
}
