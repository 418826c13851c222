import { expect, it } from "vitest";
import messages from "../messages/en.json";
import { headlineOf } from "./headline";
import { headlineChanges } from "./headline-changes";
import { aClaim, aDocument, aGroup, anEvent, aSource, days, exactly } from "./testing-documents";
import { sayFrom } from "./testing-say";

const words = { locale: "en", say: sayFrom(messages), names: { "CN-YN": "Yunnan" } };
const sources = new Map([
  ["a", aSource("a", { publisher: "Wire" })],
  ["b", aSource("b", { publisher: "Paper" })],
]);
const document = aDocument({
  groups: [aGroup("g")],
  events: [anEvent("e", { date: days("2014-07-15", "2014-07-17") })],
  claims: [
    aClaim("x", "a", { field: "count", groupId: "g", count: exactly(20) }),
    aClaim("y", "b", { field: "count", groupId: "g", count: exactly(29) }),
  ],
});
const headline = headlineOf(document, sources, new Map());

it("tells what reads otherwise, before and after, and nothing else", () => {
  const claims = document.claims.map((claim) =>
    claim.sourceId === "b" ? { ...claim, assessment: "rejected" as const } : claim,
  );
  const after = headlineOf({ ...document, claims }, sources, new Map());
  const changes = headlineChanges(headline, after, words);
  expect(changes.map(({ field }) => field)).toEqual([
    "people",
    "evidence",
    "disagreement",
    "sources",
  ]);
  expect(changes).toMatchObject([
    { before: expect.stringMatching(/^20–29/), after: "20" },
    { before: "contested", after: "single source" },
    { after: "none" },
    { before: "2, 2 independent", after: "1, 1 independent" },
  ]);
  expect(headlineChanges(headline, headline, words)).toEqual([]);
});

it("tells a date, places, statuses and what threatens as a reader sees them", () => {
  const after = {
    ...headline,
    date: null,
    provinces: ["CN-YN"],
    countries: ["CN"],
    statuses: [{ status: "held" as const, eventId: null, groupIds: ["g"] }],
    atRiskOf: ["deportation" as const],
    eventTypes: [{ type: "arrest" as const, modality: "denied" as const }],
  };
  expect(headlineChanges(headline, after, words)).toMatchObject([
    { field: "date", before: "15–17 Jul 2014", after: "date unknown" },
    { field: "places", before: "unknown", after: "Yunnan, CN" },
    { field: "status", before: "arrested", after: "held" },
    { field: "risk", before: "none", after: "deportation" },
    { field: "types", before: "arrest", after: "arrest (denied)" },
  ]);
});
