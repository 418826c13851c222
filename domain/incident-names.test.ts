import { expect, it } from "vitest";
import messages from "../messages/en.json";
import { incidentNames } from "./incident-names";
import { aDocument, aGroup, anEvent } from "./testing-documents";
import { sayFrom } from "./testing-say";

const known = {
  place: { KP: "North Korea", "CN-JL/tumen": "Tumen", "KP-09": "North Hamgyong" },
  source: { s: "Voice of America" },
};

it("calls a group by its label, else by role and country", () => {
  const groups = [
    aGroup("labelled", { label: "Qingdao group", nationality: "KP" }),
    aGroup("from", { nationality: "KP" }),
    aGroup("unknown", { role: "helper" }),
    aGroup("code", { role: "helper", nationality: "XX" }),
  ];
  expect(incidentNames([aDocument({ groups })], known, sayFrom(messages)).group).toEqual({
    labelled: "Qingdao group",
    from: "seeking refuge, from North Korea",
    unknown: "helper",
    code: "helper, from XX",
  });
});

it("calls an event by its type and where it led to, else where it began", () => {
  const [tumen, home, kunming] = [
    { role: "to", locationId: "CN-JL/tumen" },
    { role: "from", locationId: "KP-09" },
    { role: "at", locationId: "CN-YN/kunming" },
  ] as const;
  const events = [
    anEvent("to", { type: "transfer", places: [home, tumen] }),
    anEvent("from", { type: "escape", places: [home] }),
    anEvent("at", { places: [kunming] }),
  ];
  expect(incidentNames([aDocument({ events })], known, sayFrom(messages)).event).toEqual({
    to: "transfer to Tumen",
    from: "escape from North Hamgyong",
    at: "arrest",
  });
});

it("calls an event of no type of its own by what is written of it, unless that is long", () => {
  const events = [
    anEvent("short", { type: "other", description: "Left the province" }),
    anEvent("long", { type: "other", description: "Left the province ".repeat(5) }),
    anEvent("typed", { type: "arrest", description: "At a bus stop" }),
  ];
  expect(incidentNames([aDocument({ events })], known, sayFrom(messages)).event).toEqual({
    short: "Left the province",
    long: "other",
    typed: "arrest",
  });
});

it("keeps the names of what only the older document has, and takes the newer where both have it", () => {
  const before = aDocument({
    groups: [aGroup("gone", { label: "Gone" }), aGroup("g", { label: "Old" })],
  });
  const after = aDocument({ groups: [aGroup("g", { label: "New" })] });
  expect(incidentNames([before, after], known, sayFrom(messages)).group).toEqual({
    gone: "Gone",
    g: "New",
  });
});
