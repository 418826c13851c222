import { describe, expect, it } from "vitest";
import { checkIncident } from "./check-incident";
import { aClaim, aDocument, aGroup, anEvent, exactly, unknownCount } from "./testing-documents";

const codes = (doc: Parameters<typeof checkIncident>[0]) =>
  checkIncident(doc).map(({ path, code }) => `${path} ${code}`);

describe("an incident is refused when", () => {
  it("an id is used twice", () => {
    expect(codes(aDocument({ groups: [aGroup("g"), aGroup("g")] }))).toEqual([
      "groups.1 incident.id_twice",
    ]);
  });

  it("a part is certainly larger than its whole", () => {
    const whole = aGroup("g", { count: { low: 20, best: null, high: 29 } });
    const part = (n: number) => aGroup("p", { partOf: "g", count: exactly(n) });
    expect(checkIncident(aDocument({ groups: [whole, part(30)] }))).toEqual([
      { path: "groups.1.count", code: "group.part_above_whole", values: { value: 30, max: 29 } },
    ]);
    expect(codes(aDocument({ groups: [whole, part(29)] }))).toEqual([]);
  });

  it("families are not measured against people", () => {
    const groups = [
      aGroup("g", { count: exactly(3) }),
      aGroup("f", { partOf: "g", unit: "family", count: exactly(4) }),
    ];
    expect(codes(aDocument({ groups }))).toEqual([]);
  });

  it("a group is part of itself, directly or in a circle", () => {
    expect(codes(aDocument({ groups: [aGroup("g", { partOf: "g" })] }))).toEqual([
      "groups.0.partOf group.part_of_itself",
    ]);
    const circle = [aGroup("a", { partOf: "b" }), aGroup("b", { partOf: "a" })];
    expect(codes(aDocument({ groups: circle }))).toEqual([
      "groups.0.partOf group.part_of_itself",
      "groups.1.partOf group.part_of_itself",
    ]);
  });

  it("an event concerns more people than the group has, an unknown group, or a group twice", () => {
    const groups = [aGroup("g", { count: exactly(9) })];
    const concerned = (groupId: string, n: number | null) => ({
      groupId,
      count: n === null ? unknownCount : exactly(n),
    });
    const doc = aDocument({
      groups,
      events: [
        anEvent("a", { groups: [concerned("g", 10), concerned("x", 1), concerned("g", null)] }),
      ],
    });
    expect(codes(doc)).toEqual([
      "events.0.groups.0.count event.more_than_group",
      "events.0.groups.1 group.unknown",
      "events.0.groups.2 event.group_twice",
    ]);
  });

  it("a claim has no value, the value of another field, or nothing it speaks of", () => {
    const doc = aDocument({
      groups: [aGroup("g")],
      events: [anEvent("a")],
      claims: [
        aClaim("1", "s", { field: "count", groupId: "g" }),
        aClaim("2", "s", {
          field: "modality",
          eventId: "a",
          modality: "reported",
          count: exactly(1),
        }),
        aClaim("3", "s", { field: "status", status: "held" }),
        aClaim("4", "s", { field: "place", place: { role: "at", locationId: "CN" } }),
        aClaim("5", "s", { groupId: "x", eventId: "y" }),
      ],
    });
    expect(codes(doc)).toEqual([
      "claims.0.count claim.value_missing",
      "claims.1.count claim.value_of_other_field",
      "claims.2.groupId claim.needs_group",
      "claims.3.eventId claim.needs_event",
      "claims.4.groupId group.unknown",
      "claims.4.eventId event.unknown",
    ]);
  });
});
