import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { FILTER_NAMES } from "../../domain/incident-filter";
import { OPENAPI_DOCUMENT } from "./openapi-document";

async function lint(document: object) {
  const config = await createConfig({ extends: ["recommended-strict"] });
  return lintFromString({ source: JSON.stringify(document), config });
}

it("is a document of OpenAPI 3.1 in which no rule of the linter finds anything", async () => {
  const problems = await lint(OPENAPI_DOCUMENT);
  expect(
    problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([]);
  expect(OPENAPI_DOCUMENT.openapi).toBe("3.1.0");
  const broken = { ...OPENAPI_DOCUMENT, paths: { "/nothing": { get: { responses: {} } } } };
  expect((await lint(broken)).length).toBeGreaterThan(0);
});

it("names every parameter of the filter, and what all things of an answer are", () => {
  const { parameters } = OPENAPI_DOCUMENT.paths!["/incidents"]!.get!;
  const names = (parameters as { name: string; description?: string }[]).map(({ name }) => name);
  expect(names).toEqual([...FILTER_NAMES, "sort", "limit", "cursor"]);
  for (const { name, description } of parameters as { name: string; description?: string }[])
    expect(description, name).toMatch(/\.$/);
  expect(Object.keys(OPENAPI_DOCUMENT.components!.schemas!)).toEqual(
    expect.arrayContaining(["Incident", "Headline", "Date", "Count", "Claim", "Problem"]),
  );
});
