import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffDocuments } from "./diff-document";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "./testing-documents";

const july = days("2014-07-15", "2014-07-17");

describe("what changed between two versions", () => {
  it("is nothing between equal versions, whatever the order of their keys", () => {
    const count = exactly(20);
    const before = aDocument({ groups: [aGroup("g", { count })] });
    const turned = { high: count.high, best: count.best, low: count.low };
    expect(diffDocuments(before, aDocument({ groups: [aGroup("g", { count: turned })] }))).toEqual(
      [],
    );
  });

  it("names title and summary with their text before and after; an empty text was not written", () => {
    const before = aDocument({ title: "Arrests", summary: "" });
    const after = aDocument({ title: "Arrests in July", summary: "Families." });
    expect(diffDocuments(before, after)).toEqual([
      {
        path: "",
        part: "incident",
        id: null,
        change: "changed",
        fields: [
          {
            field: "title",
            before: { kind: "text", text: "Arrests" },
            after: { kind: "text", text: "Arrests in July" },
          },
          { field: "summary", before: null, after: { kind: "text", text: "Families." } },
        ],
      },
    ]);
  });

  it("finds a group by its id and shows only the fields that changed", () => {
    const before = aDocument({ groups: [aGroup("g", { count: exactly(20), label: "All" })] });
    const after = aDocument({
      groups: [aGroup("g", { count: exactly(29), label: "All", circumstances: ["infant"] })],
    });
    expect(diffDocuments(before, after)).toEqual([
      {
        path: "groups.g",
        part: "group",
        id: "g",
        change: "changed",
        fields: [
          {
            field: "count",
            before: { kind: "count", count: exactly(20) },
            after: { kind: "count", count: exactly(29) },
          },
          {
            field: "circumstances",
            before: null,
            after: { kind: "codes", list: "circumstance", codes: ["infant"] },
          },
        ],
      },
    ]);
  });

  it("lists an added event with every field that is filled", () => {
    const event = anEvent("e", {
      type: "transfer",
      date: july,
      places: [{ role: "to", locationId: "CN-JL/tumen" }],
      groups: [{ groupId: "g", count: exactly(18) }],
    });
    expect(diffDocuments(aDocument(), aDocument({ events: [event] }))).toEqual([
      {
        path: "events.e",
        part: "event",
        id: "e",
        change: "added",
        fields: [
          {
            field: "type",
            before: null,
            after: { kind: "codes", list: "eventType", codes: ["transfer"] },
          },
          {
            field: "modality",
            before: null,
            after: { kind: "codes", list: "modality", codes: ["reported"] },
          },
          { field: "date", before: null, after: { kind: "date", date: july } },
          {
            field: "places",
            before: null,
            after: { kind: "places", places: [{ role: "to", locationId: "CN-JL/tumen" }] },
          },
          {
            field: "groups",
            before: null,
            after: { kind: "concerned", groups: [{ groupId: "g", count: exactly(18) }] },
          },
        ],
      },
    ]);
  });

  it("lists a removed claim last, with what it said", () => {
    const gone = aClaim("c", "s", { quote: "last week" });
    const [change] = diffDocuments(aDocument({ claims: [gone] }), aDocument());
    expect(change).toMatchObject({ path: "claims.c", change: "removed" });
    expect(change?.fields).toContainEqual({
      field: "quote",
      before: { kind: "text", text: "last week" },
      after: null,
    });
  });

  it("shows an assessment as the one field it changes", () => {
    const claim = aClaim("c", "s", { credibility: 2 });
    const judged = { ...claim, assessment: "rejected" as const, credibility: null };
    expect(
      diffDocuments(aDocument({ claims: [claim] }), aDocument({ claims: [judged] }))[0]?.fields,
    ).toEqual([
      {
        field: "credibility",
        before: { kind: "codes", list: "credibility", codes: ["2"] },
        after: null,
      },
      {
        field: "assessment",
        before: { kind: "codes", list: "assessment", codes: ["accepted"] },
        after: { kind: "codes", list: "assessment", codes: ["rejected"] },
      },
    ]);
  });

  it("says when only the order changed, and not when something was put between", () => {
    const [a, b, c] = [aGroup("a"), aGroup("b"), aGroup("c")];
    const before = aDocument({ groups: [a, b] });
    expect(diffDocuments(before, aDocument({ groups: [b, a] }))).toEqual([
      { path: "groups", part: "group", id: null, change: "reordered", fields: [] },
    ]);
    expect(
      diffDocuments(before, aDocument({ groups: [a, c, b] })).map(({ change }) => change),
    ).toEqual(["added"]);
  });

  it("names the same fields backwards, with before and after exchanged", () => {
    const group = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      label: fc.constantFrom("", "one", "two"),
      size: fc.integer({ min: 0, max: 3 }),
    });
    const document = fc.uniqueArray(group, { selector: ({ id }) => id }).map((groups) =>
      aDocument({
        groups: groups.map(({ id, label, size }) => aGroup(id, { label, count: exactly(size) })),
      }),
    );
    const flat = (before: ReturnType<typeof aDocument>, after: typeof before) =>
      diffDocuments(before, after).flatMap(({ path, fields }) =>
        fields.map((change) => ({ path, ...change })),
      );
    fc.assert(
      fc.property(document, document, (one, other) => {
        const turned = flat(other, one).map(({ before, after, ...rest }) => ({
          ...rest,
          before: after,
          after: before,
        }));
        expect(new Set(flat(one, other).map((change) => JSON.stringify(ordered(change))))).toEqual(
          new Set(turned.map((change) => JSON.stringify(ordered(change)))),
        );
      }),
    );
  });
});

function ordered({
  path,
  field,
  before,
  after,
}: Record<"path" | "field", string> & {
  before: unknown;
  after: unknown;
}) {
  return { path, field, before, after };
}
