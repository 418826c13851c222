import { getTableColumns, type Table } from "drizzle-orm";

/** Whether a table would hold the same with either of some rows, which are in any order; an absent column is null. */
export function sameRows<T extends Table>(
  table: T,
  some: readonly T["$inferInsert"][],
  others: readonly T["$inferInsert"][],
): boolean {
  if (some.length !== others.length) return false;
  const names = Object.keys(getTableColumns(table));
  const asText = (row: Record<string, unknown>) =>
    JSON.stringify(names.map((name) => row[name] ?? null));
  const texts = some.map(asText).sort();
  return others
    .map(asText)
    .sort()
    .every((text, at) => text === texts[at]);
}
