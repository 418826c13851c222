import { describe, expect, it } from "vitest";
import { parseIncidentSort, SORT_KEYS, serializeIncidentSort } from "./incident-sort";

function parse(address: string) {
  return parseIncidentSort(new URLSearchParams(address));
}

describe("the order of incidents", () => {
  it("is newest first where none is asked for", () => {
    const newestFirst = { sort: { key: "date", descending: true }, issues: [] };
    expect(parse("")).toEqual(newestFirst);
    expect(parse("sort=")).toEqual(newestFirst);
  });

  it("may be any column, upwards or with a hyphen downwards", () => {
    expect(parse("sort=title").sort).toEqual({ key: "title", descending: false });
    expect(parse("sort=-people").sort).toEqual({ key: "people", descending: true });
    for (const key of SORT_KEYS)
      for (const descending of [true, false]) {
        const written = serializeIncidentSort({ key, descending });
        expect(parse(`sort=${written}`)).toEqual({ sort: { key, descending }, issues: [] });
      }
  });

  it.each(["drop table", "--date", "Date", "-", "constructor", "\0"])(
    "is newest first, with an issue, for %j",
    (text) => {
      const { sort, issues } = parseIncidentSort(new URLSearchParams({ sort: text }));
      expect(sort).toEqual({ key: "date", descending: true });
      expect(issues).toEqual([
        {
          path: "sort",
          code: "sort.unknown",
          values: {
            value: text.replace("\0", "\uFFFD"),
            allowed:
              "reference, date, title, provinces, people, roles, nationality, types, status, corroboration, sources, review, updated",
          },
        },
      ]);
    },
  );

  it("is one: two different ones are an issue", () => {
    expect(parse("sort=title&sort=title").issues).toEqual([]);
    expect(parse("sort=title&sort=date").issues).toMatchObject([
      { code: "sort.unknown", values: { value: "title, date" } },
    ]);
  });
});
