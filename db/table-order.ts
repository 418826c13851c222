import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Store } from "./store";

/**
 * What a table is sorted by: a column or expression; `text` where it holds text, `caseless` where A to Z shall
 * sort as a to z and empty text is unknown.
 */
export type OrderBy = { value: SQLWrapper; text?: boolean | "caseless" };

/**
 * The order of a table: by the first in the given direction with unknown last either way, then by the others
 * ascending, the last of which must tell all rows apart. Text is compared byte by byte on both engines.
 */
export function tableOrder(store: Store, [first, ...rest]: OrderBy[], descending: boolean): SQL[] {
  const compared = ({ value, text }: OrderBy) => {
    const bytes = text && store.dialect === "postgres" ? sql`${value} collate "C"` : sql`${value}`;
    return text === "caseless" ? sql`nullif(lower(${bytes}), '')` : bytes;
  };
  const direction = sql.raw(descending ? "desc" : "asc");
  return [
    ...(first ? [sql`${compared(first)} ${direction} nulls last`] : []),
    ...rest.map((by) => sql`${compared(by)} asc nulls last`),
  ];
}

/** The place of a code in its list, 0 first; null for null and for the code `unknown`. Codes are our own constants. */
export function rankOf(column: SQLWrapper, codes: readonly string[]): SQL<number | null> {
  const cases = codes.flatMap((code, rank) =>
    code === "unknown" ? [] : [sql.raw(` when '${code}' then ${rank}`)],
  );
  return sql`case ${column}${sql.join(cases)} end`;
}
