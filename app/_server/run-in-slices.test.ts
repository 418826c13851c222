import { expect, it } from "vitest";
import { runInSlices } from "./run-in-slices";

function* busy(steps: number, each: number) {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + each;
    while (performance.now() < until);
    yield;
  }
  return "done";
}

it("gives what the work gives, and lets others be served meanwhile", async () => {
  let served = 0;
  const serving = setInterval(() => served++, 1);
  expect(await runInSlices(busy(20, 10))).toBe("done");
  clearInterval(serving);
  expect(served).toBeGreaterThan(1);
});
