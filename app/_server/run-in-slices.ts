import { setImmediate } from "node:timers/promises";

const SLICE_MS = 40;

/** Runs work that pauses often, letting whoever else waits be served in between. */
export async function runInSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  let begun = performance.now();
  let step = steps.next();
  while (!step.done) {
    if (performance.now() - begun > SLICE_MS) {
      await setImmediate();
      begun = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}
