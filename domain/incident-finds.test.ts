import { expect, it } from "vitest";
import { incidentFinds } from "./incident-finds";
import { readSearch, toSearchQuery } from "./search-query";

const query = toSearchQuery(readSearch("tumen guard -river"), new Map());

it("shows of the texts beside the title the one that has what the title lacks", () => {
  const texts = [
    { kind: "summary", text: "Taken to Tumen." },
    { kind: "quote", text: "the border guard" },
    { kind: "event", text: "Guards came." },
  ] as const;
  expect(incidentFinds("Moved to Tumen", texts, query)).toEqual({
    title: [{ from: 9, to: 14 }],
    passage: { kind: "quote", text: "the border guard", stretches: [{ from: 11, to: 16 }] },
  });
});

it("shows no passage where the title has all, or no text has more", () => {
  expect(incidentFinds("Guard of Tumen", [{ kind: "summary", text: "tumen" }], query).passage).toBe(
    null,
  );
  expect(incidentFinds("Held", [{ kind: "summary", text: "a river" }], query).passage).toBe(null);
});

it("counts a word that stands in title and text only once, and takes the first of texts that have as much", () => {
  const texts = [
    { kind: "summary", text: "Tumen, Tumen" },
    { kind: "event", text: "a guard of Tumen" },
    { kind: "quote", text: "guards" },
  ] as const;
  const found = incidentFinds("Tumen: held", texts, query);
  expect(found.title).toEqual([{ from: 0, to: 5 }]);
  expect(found.passage).toEqual({
    kind: "event",
    text: "a guard of Tumen",
    stretches: [
      { from: 2, to: 7 },
      { from: 11, to: 16 },
    ],
  });
});
