import { expect, it } from "vitest";
import { eventsByBeginning } from "./events-by-beginning";
import { headlineOf } from "./headline";
import type { IncidentEvent } from "./incident";
import { aClaim, aDocument, anEvent, aSource, byId, days } from "./testing-documents";

const sources = byId([aSource("voa", { published: days("2014-07-25", "2014-07-25") })]);
function order(...events: IncidentEvent[]) {
  const doc = aDocument({ events, claims: [aClaim("c", "voa")] });
  return eventsByBeginning(doc, headlineOf(doc, sources, new Map())).map(({ id }) => id);
}

it("goes by the first day, or the last where the first is not known", () => {
  expect(
    order(
      anEvent("transfer", { date: days(null, "2014-07-23") }),
      anEvent("arrest", { date: days("2014-07-15", "2014-07-17") }),
      anEvent("left", { date: days("2014-06-01", "2014-07-31") }),
    ),
  ).toEqual(["left", "arrest", "transfer"]);
});

it("keeps an undated event behind the one before it, and an expected one behind the last news", () => {
  expect(
    order(
      anEvent("expected", { type: "deportation", modality: "anticipated" }),
      anEvent("arrest", { date: days("2014-07-15", "2014-07-15") }),
      anEvent("questioned", { type: "interrogation" }),
      anEvent("visit", { type: "consular_visit", date: days("2014-07-20", "2014-07-20") }),
    ),
  ).toEqual(["arrest", "questioned", "visit", "expected"]);
});
