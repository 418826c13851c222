import { expect, it } from "vitest";
import messages from "../messages/en.json";
import { feedSummary } from "./feed-summary";
import { headlineOf } from "./headline";
import type { IncidentRow } from "./incident-row";
import { aDocument, aGroup, anEvent, days, exactly } from "./testing-documents";
import { sayFrom } from "./testing-say";

const words = { locale: "en", say: sayFrom(messages), today: "2014-08-01" };
const nowhere = new Map();

function row(document: Partial<Parameters<typeof aDocument>[0]>, rest: Partial<IncidentRow> = {}) {
  const whole = aDocument({ summary: "", ...document });
  return {
    ref: "INC-5T8VNK",
    title: whole.title,
    summary: whole.summary,
    reviewStatus: "verified",
    publication: "public",
    createdAt: 0,
    updatedAt: 0,
    headline: headlineOf(whole, nowhere, nowhere),
    placeNames: {},
    ...rest,
  } as IncidentRow;
}

it("says when, how many, what became of them, who is at risk, and below that the summary", () => {
  const document = {
    summary: "Two families.\nOne child.",
    groups: [
      aGroup("g", { count: { low: 20, best: 29, high: 29 } }),
      aGroup("h", { role: "helper", count: exactly(5) }),
    ],
    events: [
      anEvent("e", { type: "arrest", date: days("2014-07-15", "2014-07-17") }),
      anEvent("f", { type: "deportation", modality: "anticipated", date: null }),
    ],
  };
  expect(feedSummary(row(document), words)).toBe(
    "15–17 Jul 2014; place unknown; people: 20–29 (best 29); helpers: 5; status: arrested; at risk of deportation\nTwo families.\nOne child.",
  );
  expect(feedSummary(row(document), { ...words, today: "2026-01-01" })).toContain(
    "fate unknown, last known at risk of deportation",
  );
});

it("says that nothing is known where nothing is, and how far it is reviewed unless it is verified", () => {
  expect(feedSummary(row({}, { reviewStatus: "draft" }), words)).toBe(
    "date unknown; place unknown; people: unknown; status: unknown; draft",
  );
});

it("names the places, and says where sources disagree", () => {
  const known = row({});
  const headline = {
    ...known.headline,
    countries: ["CN", "LA"],
    provinces: ["CN-YN"],
    persons: exactly(7),
    families: { low: 2, best: null, high: null },
    disagreement: ["persons" as const],
  };
  const placeNames = { "CN-YN": "Yunnan", LA: "Laos" };
  expect(feedSummary({ ...known, headline, placeNames }, words)).toBe(
    "date unknown; Yunnan, Laos; people: 7 (sources disagree); families: at least 2; status: unknown",
  );
});
