import { expect, it } from "vitest";
import { readReference } from "../reference";
import { syntheticReference } from "./synthetic-reference";

it("no two incidents of a ledger have the same reference", () => {
  const refs = Array.from({ length: 200_000 }, (_, n) => syntheticReference("INC", 7, n));
  expect(new Set(refs).size).toBe(200_000);
  expect(refs.every((ref) => readReference("INC", ref) === ref)).toBe(true);
});

it("another seed gives other references, and sources have their own", () => {
  const first = syntheticReference("INC", 7, 0);
  expect(syntheticReference("INC", 7, 0)).toBe(first);
  expect(syntheticReference("INC", 8, 0)).not.toBe(first);
  expect(syntheticReference("SRC", 7, 0)).toMatch(/^SRC-/);
  expect(syntheticReference("SRC", 7, 0).slice(4)).not.toBe(first.slice(4));
});
