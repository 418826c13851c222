import { expect, it } from "vitest";
import { innerPath } from "./inner-path";

it("goes on to a path of the program and to nothing else", () => {
  expect(innerPath("/incidents/INC-5T8VNK?page=2")).toBe("/incidents/INC-5T8VNK?page=2");
  for (const typed of [
    undefined,
    "",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "evil.example",
    "/a\\b",
    "/..//evil.example/x",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
  ])
    expect(innerPath(typed), String(typed)).toBe("/incidents");
});
