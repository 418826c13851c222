import { expect, test } from "vitest";
import { reasonOf } from "./reason-of";

test("the innermost cause says it", () => {
  const cause = new Error("connect ECONNREFUSED 127.0.0.1:5432");
  expect(reasonOf(new Error("Failed query: select 1", { cause }))).toBe(cause.message);
});

test("of several attempts the first says it", () => {
  expect(reasonOf(new AggregateError([new Error("first"), new Error("second")]))).toBe("first");
});

test("it is one line, and never empty", () => {
  expect(reasonOf(new Error("one\ntwo"))).toBe("one");
  expect(reasonOf(Object.assign(new Error(), { code: "EACCES" }))).toBe("EACCES");
  expect(reasonOf(new TypeError())).toBe("TypeError");
  expect(reasonOf("text")).toBe("text");
});
