import { expect, it } from "vitest";
import { headlineOf } from "./headline";
import type { Claim } from "./incident";
import { incidentPlaces } from "./incident-places";
import { aClaim, aDocument, anEvent, aSource, byId, days } from "./testing-documents";

const sources = byId([aSource("voa"), aSource("kbs")]);
const placed = (id: string, eventId: string, locationId: string, rest: Partial<Claim> = {}) =>
  aClaim(id, "voa", { eventId, field: "place", place: { role: "at", locationId }, ...rest });

it("lists places by the first event there, and behind them what is only named", () => {
  const doc = aDocument({
    events: [
      anEvent("transfer", {
        type: "transfer",
        date: days("2014-07-23", "2014-07-23"),
        places: [{ role: "to", locationId: "CN-JL" }],
      }),
      anEvent("arrest", { date: days("2014-07-15", "2014-07-15") }),
    ],
    claims: [
      placed("a", "arrest", "CN-YN"),
      placed("b", "arrest", "CN-SD", { assessment: "conflict" }),
      placed("c", "arrest", "CN-LN", { assessment: "rejected" }),
    ],
  });
  expect(incidentPlaces(doc, headlineOf(doc, sources, new Map()))).toEqual([
    { locationId: "CN-YN", touches: [{ eventId: "arrest", role: "at", current: true }] },
    { locationId: "CN-JL", touches: [{ eventId: "transfer", role: "to", current: true }] },
    { locationId: "CN-SD", touches: [{ eventId: "arrest", role: "at", current: false }] },
  ]);
});

it("tells a place once an event and role, however many sources name it", () => {
  const doc = aDocument({
    events: [anEvent("arrest")],
    claims: [
      placed("a", "arrest", "CN-YN"),
      { ...placed("b", "arrest", "CN-YN"), sourceId: "kbs" },
      { ...placed("c", "arrest", "CN-YN"), place: { role: "from" as const, locationId: "CN-YN" } },
    ],
  });
  expect(incidentPlaces(doc, headlineOf(doc, sources, new Map()))[0]?.touches).toEqual([
    { eventId: "arrest", role: "at", current: true },
    { eventId: "arrest", role: "from", current: true },
  ]);
});
