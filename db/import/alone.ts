import type { Applying } from "./applying";
import { inSavepoint } from "./savepoint";

/** Does what cannot wait to be written with others: after all before it, and taken back by itself where it fails. */
export async function alone<T>({ store, db, queue }: Applying, work: () => Promise<T>): Promise<T> {
  await queue.flush();
  return inSavepoint(store, db, async () => {
    const result = await work();
    // Nothing that fails later may take it along, and nothing of it may be left where it failed.
    await queue.flush();
    return result;
  });
}
