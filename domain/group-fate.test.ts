import { expect, it } from "vitest";
import { groupFates } from "./group-fate";
import { headlineOf } from "./headline";
import type { IncidentDocument, IncidentEvent } from "./incident";
import { aDocument, aGroup, anEvent, days, exactly, unknownCount } from "./testing-documents";

const all = { groupId: "all", count: unknownCount };
const groups = [aGroup("all", { count: exactly(27) }), aGroup("kunming", { partOf: "all" })];
const of = (doc: IncidentDocument) => groupFates(doc, headlineOf(doc, new Map(), new Map()));
const ofEvents = (...events: IncidentEvent[]) => of(aDocument({ groups, events }));
const on = (day: string) => days(day, day);

it("tells the events of a group in their order, with how many of it each took", () => {
  const [whole] = ofEvents(
    anEvent("transfer", {
      type: "transfer",
      date: on("2014-07-23"),
      groups: [{ groupId: "all", count: exactly(18) }],
    }),
    anEvent("arrest", { date: on("2014-07-15"), groups: [all] }),
  );
  expect(whole?.steps).toEqual([
    { eventId: "arrest", type: "arrest", modality: "reported", count: null, inherited: false },
    {
      eventId: "transfer",
      type: "transfer",
      modality: "reported",
      count: exactly(18),
      inherited: false,
    },
  ]);
});

it("lets a part share what is told of its whole, not the other way round", () => {
  const [whole, part] = ofEvents(
    anEvent("arrest", { groups: [all] }),
    anEvent("visit", {
      type: "consular_visit",
      groups: [{ groupId: "kunming", count: unknownCount }],
    }),
  );
  expect(whole?.steps.map(({ eventId }) => eventId)).toEqual(["arrest"]);
  expect(part?.depth).toBe(1);
  expect(part?.steps.map(({ eventId, inherited }) => [eventId, inherited])).toEqual([
    ["arrest", true],
    ["visit", false],
  ]);
});

it("takes an event that names nobody for everyone's, but not a mere statement", () => {
  const [whole] = ofEvents(
    anEvent("release", { type: "release" }),
    anEvent("silence", { type: "statement" }),
  );
  expect(whole?.steps.map(({ eventId }) => eventId)).toEqual(["release"]);
});

it("holds an expected deportation over those who are still held, and not over the released", () => {
  const [whole, part] = ofEvents(
    anEvent("arrest", { date: on("2014-07-15"), groups: [all] }),
    anEvent("return", {
      type: "deportation",
      modality: "anticipated",
      date: on("2014-07-20"),
      groups: [all],
    }),
    anEvent("release", {
      type: "release",
      date: on("2014-07-25"),
      groups: [{ groupId: "kunming", count: unknownCount }],
    }),
  );
  expect(whole?.atRiskOf).toEqual(["deportation"]);
  expect(part?.atRiskOf).toEqual([]);
});
