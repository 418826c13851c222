import { describe, expect, it } from "vitest";
import { parseIncidentPage } from "./incident-page";

function parse(address: string) {
  return parseIncidentPage(new URLSearchParams(address));
}

describe("the page of a list", () => {
  it("is the first of 25 rows where none is asked for", () => {
    expect(parse("")).toEqual({ page: { page: 1, size: 25 }, issues: [] });
    expect(parse("page=&size=")).toEqual({ page: { page: 1, size: 25 }, issues: [] });
  });

  it("may be any page of 25, 50 or 100 rows", () => {
    expect(parse("page=7&size=100")).toEqual({ page: { page: 7, size: 100 }, issues: [] });
    expect(parse("size=50").page.size).toBe(50);
  });

  it.each(["-1", "0", "1.5", "1e3", "01", "٣", "last", "99999999999999999999", "2 3"])(
    "cannot be %s",
    (page) => {
      const { page: read, issues } = parseIncidentPage(new URLSearchParams({ page, size: "25" }));
      expect(read).toEqual({ page: 1, size: 25 });
      expect(issues).toEqual([
        { path: "page", code: "page.not_a_page", values: { value: page, max: 999_999_999 } },
      ]);
    },
  );

  it("cannot have another size, and says so beside a wrong page", () => {
    expect(parse("page=0&size=1000000").issues).toEqual([
      { path: "page", code: "page.not_a_page", values: { value: "0", max: 999_999_999 } },
      {
        path: "size",
        code: "page.not_a_size",
        values: { value: "1000000", allowed: "25, 50, 100" },
      },
    ]);
    expect(parse("page=1&page=2").issues).toMatchObject([{ values: { value: "1, 2" } }]);
  });
});
