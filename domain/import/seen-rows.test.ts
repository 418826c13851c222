import { expect, it } from "vitest";
import { seenRows } from "./seen-rows";
import { testingDigest } from "./testing-mapping";

it("remembers every key, how often and in which line first", () => {
  const seen = seenRows();
  const keys = Array.from({ length: 20_000 }, (_, at) => testingDigest(`row ${at}`));
  for (const [at, key] of keys.entries())
    expect(seen(key, at + 2)).toEqual({ before: 0, first: at + 2 });
  for (const [at, key] of keys.entries())
    expect(seen(key, 1)).toEqual({ before: 1, first: at + 2 });
});
