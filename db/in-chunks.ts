/** Both engines bound the number of parameters in one statement. */
const CHUNK = 500;

/** Runs a query for the distinct values in chunks of at most 500 and joins what comes back. */
export async function inChunks<V, R>(
  values: Iterable<V>,
  query: (chunk: V[]) => PromiseLike<R[]>,
): Promise<R[]> {
  const distinct = [...new Set(values)];
  const found: R[] = [];
  for (let at = 0; at < distinct.length; at += CHUNK)
    found.push(...(await query(distinct.slice(at, at + CHUNK))));
  return found;
}

/** Runs a write for the rows in chunks small enough for one statement of `columns` parameters a row. */
export async function writeInChunks<R>(
  rows: R[],
  columns: number,
  write: (chunk: R[]) => PromiseLike<unknown>,
): Promise<void> {
  const size = Math.max(1, Math.floor(20_000 / columns));
  for (let at = 0; at < rows.length; at += size) await write(rows.slice(at, at + size));
}
