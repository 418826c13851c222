import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { apiExamples } from "./examples";

it("the documentation has the examples that the page shows", () => {
  const text = readFileSync("docs/api.md", "utf8");
  for (const { name, code } of apiExamples("http://127.0.0.1:3000"))
    expect(text, name).toContain(`\n${code}\n`);
});
