import { expect, it } from "vitest";
import { diffSources } from "./diff-source";
import type { Source } from "./source";

const source: Source = {
  kind: "news",
  publisher: "Wire",
  title: "",
  url: "",
  language: "en",
  published: null,
  accessed: null,
  archivedUrl: "",
  storedText: "",
  licence: "",
  quotable: false,
  derivedFrom: [],
  reliability: "F",
  access: "public",
};

it("what differs is told field by field", () => {
  const after: Source = { ...source, publisher: "The Wire", reliability: "B", derivedFrom: ["x"] };
  expect(diffSources(source, after)).toEqual([
    {
      field: "publisher",
      before: { kind: "text", text: "Wire" },
      after: { kind: "text", text: "The Wire" },
    },
    {
      field: "reliability",
      before: { kind: "codes", list: "reliability", codes: ["F"] },
      after: { kind: "codes", list: "reliability", codes: ["B"] },
    },
    { field: "derivedFrom", before: null, after: { kind: "sources", ids: ["x"] } },
  ]);
});

it("a new source tells all that is filled", () => {
  expect(diffSources(null, source).map(({ field }) => field)).toEqual([
    "publisher",
    "kind",
    "language",
    "reliability",
    "access",
  ]);
});

it("of its stored text only the length is told, also where that stays the same", () => {
  const secret = { ...source, storedText: "secret" };
  const changes = diffSources(secret, { ...source, storedText: "hidden" });
  expect(changes).toEqual([
    {
      field: "storedText",
      before: { kind: "characters", count: 6 },
      after: { kind: "characters", count: 6 },
    },
  ]);
  expect(diffSources(secret, secret)).toEqual([]);
  expect(JSON.stringify(diffSources(null, secret))).not.toContain("secret");
});
