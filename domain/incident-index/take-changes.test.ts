import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyIncidentIndex } from "./incident-index";
import { startChanges } from "./take-changes";
import { answersOf, anyFacts } from "./testing-answers";

const changes = fc.array(
  fc.array(fc.record({ number: fc.integer({ min: 1, max: 90 }), facts: fc.option(anyFacts) }), {
    maxLength: 30,
  }),
  { maxLength: 6 },
);

function indexOf(batches: readonly { number: number; facts: string | null }[][]) {
  // Blocks of 32 incidents, so that there are several.
  const index = { ...emptyIncidentIndex(), blockWords: 1 };
  for (const [at, batch] of batches.entries()) {
    // Few and many changes at once are taken in by different ways.
    const change = startChanges(index, { many: at % 2 === 0 ? 1_000 : 10 });
    change.put(batch.slice(0, 12));
    change.put(batch.slice(12));
    change.finish();
    answersOf(index);
  }
  return index;
}

it("tells the same whether it was built at once or followed every change", () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(anyFacts, { minLength: 60, maxLength: 60 }), changes, (first, later) => {
      const start = first.map((one, at) => ({ number: at + 1, facts: one }));
      const batches = [start, ...later];
      const now = new Map(batches.flat().map(({ number, facts: last }) => [number, last]));
      const left = [...now].map(([number, last]) => ({ number, facts: last }));
      const followed = answersOf(indexOf(batches));
      const built = answersOf(indexOf([start, [...left].reverse()]));
      const fresh = answersOf(indexOf([left.filter(({ facts: last }) => last !== null)]));
      expect(followed).toEqual(fresh);
      expect(built).toEqual(fresh);
      told += followed.reduce((sum, { numbers }) => sum + numbers.length, 0);
    }),
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(1_000);
});
