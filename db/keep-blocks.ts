import { setTimeout } from "node:timers/promises";
import type { Store } from "./store";
import { readVersion } from "./store-index";
import { writeMissingBlocks } from "./write-blocks";

/** In milliseconds: how often what was written since is looked for. */
const EVERY = 5 * 60_000;

/**
 * Keeps the blocks of a store whole from now on, beside whatever else it does, until it closes: at once, where damaged
 * ones are made anew too, and every few minutes those that writes have taken away, so that no save has to. `every`: in
 * milliseconds. `onError`: told what went wrong, after which it is tried again the next time.
 */
export async function keepBlocks(
  store: Store,
  { every = EVERY, onError }: { every?: number; onError(error: unknown): void },
): Promise<void> {
  const { closing } = store;
  for (let before = ""; !closing.aborted; ) {
    try {
      const version = JSON.stringify(await readVersion(store, store.read));
      // What was damaged was so before the program started.
      const isFirst = before === "";
      if (version !== before)
        await writeMissingBlocks(store, { pause: true, looksInside: isFirst });
      before = version;
    } catch (error) {
      if (closing.aborted) return;
      onError(error);
    }
    await setTimeout(every, undefined, { signal: closing, ref: false }).catch(() => undefined);
  }
}
