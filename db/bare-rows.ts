import type { Store } from "./store";

/**
 * The rows of a prepared query as lists of what its columns hold, in their order, as it is stored: drizzle takes longer
 * to make objects of many rows than the database to read them. For columns of text and whole numbers.
 */
export async function bareRows<R extends readonly unknown[]>(
  { dialect }: Store,
  query: Prepared,
  given: Record<string, unknown>,
): Promise<R[]> {
  if (dialect === "sqlite") return query.values(given) as R[];
  const rows = (await query.execute(given)) as Record<string, unknown>[];
  return rows.map((row) => Object.values(row) as unknown as R);
}

type Prepared = {
  values(given: Record<string, unknown>): unknown;
  execute(given: Record<string, unknown>): unknown;
};
