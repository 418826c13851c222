import { expect, it } from "vitest";
import { readTokenRequest } from "./api-token";

const asked = { name: " Weekly sheet ", scope: "read", days: "90" };

it("a token has a name, what it opens, and an end", () => {
  expect(readTokenRequest(asked)).toEqual({
    name: "Weekly sheet",
    scopes: ["read"],
    life: 90 * 86_400_000,
    issues: [],
  });
  expect(readTokenRequest({ ...asked, scope: "export" }).scopes).toEqual(["read", "export"]);
});

it("lives for 1 to 365 whole days", () => {
  for (const days of ["1", " 365 "])
    expect(readTokenRequest({ ...asked, days }).issues, days).toEqual([]);
  for (const days of ["0", "366", "-1", "1.5", "", "1e2", "forever", "99999999999999999999"])
    expect(readTokenRequest({ ...asked, days }).issues, days).toMatchObject([
      { path: "days", code: "token.days", values: { min: 1, max: 365 } },
    ]);
});

it("is told all that is wrong with it at once, and then opens nothing", () => {
  const { scopes, issues } = readTokenRequest({ name: "", scope: "write", days: "" });
  expect(scopes).toEqual([]);
  expect(issues.map(({ path }) => path)).toEqual(["name", "scope", "days"]);
});
