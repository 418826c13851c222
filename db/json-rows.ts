import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Store } from "./store";

/**
 * The columns of all rows of a query as one text, an array for each row, in no order: many small rows are read much
 * quicker so. For columns of text and whole numbers, as they are stored.
 */
export function jsonRows<R extends readonly (string | number | null)[]>(
  { dialect }: Store,
  columns: { readonly [N in keyof R]: AnyColumn },
): SQL<R[]> {
  const list = sql.join(
    columns.map((column) => sql`${column}`),
    sql`, `,
  );
  const rows =
    dialect === "postgres"
      ? sql`coalesce(json_agg(json_build_array(${list})), '[]')::text`
      : sql`json_group_array(json_array(${list}))`;
  return rows.mapWith((text: string) => JSON.parse(text) as R[]) as SQL<R[]>;
}
