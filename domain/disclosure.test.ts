import { describe, expect, it } from "vitest";
import { disclose } from "./disclosure";
import type { Claim } from "./incident";
import { places, sources } from "./testing-disclosure";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "./testing-documents";

describe("a copy of a restricted source", () => {
  const claimOf = (sourceId: string) => aDocument({ claims: [aClaim("c", sourceId)] });

  it("is closed with it, so that it can neither count as independent nor tell of it", () => {
    expect(disclose(claimOf("retelling"), sources, places)).toEqual({
      document: aDocument(),
      sources: new Map(),
      locationIds: [],
      withheld: [
        { kind: "closed_source", count: 1 },
        { kind: "closed_claim", count: 1 },
      ],
    });
  });

  it("is shown as the copy of what is open, where it copies that too", () => {
    const open = disclose(claimOf("copy"), sources, places).sources;
    expect([...open.keys()]).toEqual(["copy", "wire"]);
    expect(open.get("copy")?.derivedFrom).toEqual(["wire"]);
  });

  it("is closed also where its origin was not handed over", () => {
    const alone = new Map([["copy", sources.get("copy")!]]);
    expect(disclose(claimOf("copy"), alone, places).document.claims).toEqual([]);
  });
});

const counted = (id: string, groupId: string, n: number, rest: Partial<Claim> = {}) =>
  aClaim(id, "wire", { field: "count", groupId, count: exactly(n), ...rest });

describe("what the editor typed", () => {
  it("is unknown to the public, and unconfirmed, where no open claim gives it", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g", { count: exactly(27), nationality: "KP" })],
        events: [
          anEvent("e", {
            date: days("2014-07-15", "2014-07-15"),
            places: [{ role: "at", locationId: "CN/YN" }],
            groups: [{ groupId: "g", count: exactly(18) }],
          }),
        ],
        claims: [aClaim("c", "wire", { groupId: "g", eventId: "e", statement: "They were held." })],
      }),
      sources,
      places,
    );
    const unknown = { low: null, best: null, high: null };
    expect(document.groups).toEqual([aGroup("g", { nationality: "KP", count: unknown })]);
    expect(document.events).toEqual([
      anEvent("e", { modality: "unconfirmed", groups: [{ groupId: "g", count: unknown }] }),
    ]);
  });

  it("makes no event concern everybody because those it names are not known to the public", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g"), aGroup("crew", { role: "crew", nationality: "CN", label: "crew" })],
        events: [anEvent("e", { type: "death", groups: [{ groupId: "crew", count: exactly(9) }] })],
        claims: [counted("c", "g", 27), aClaim("d", "wire", { eventId: "e" })],
      }),
      sources,
      places,
    );
    expect(document.groups.map(({ id, role, nationality }) => [id, role, nationality])).toEqual([
      ["g", "seeking_refuge", null],
      ["crew", "unknown", null],
    ]);
    expect(document.events[0]?.groups.map(({ groupId }) => groupId)).toEqual(["crew"]);
  });
});

describe("parts of a whole", () => {
  const split = (whole: number, ...parts: number[]) => {
    const ids = parts.map((_, at) => `p${at}`);
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g"), ...ids.map((id) => aGroup(id, { partOf: "g", sex: "female" }))],
        claims: [counted("w", "g", whole), ...parts.map((n, at) => counted(`c${at}`, ids[at]!, n))],
      }),
      sources,
      places,
    );
    return document.groups.map(({ id }) => id);
  };

  it.each([
    [27, [18, 9], ["g", "p0", "p1"]],
    [27, [18], ["g", "p0"]],
    [27, [25], ["g"]],
    [27, [25, 2], ["g"]],
    [27, [2], ["g"]],
    [30, [20, 8], ["g", "p0"]],
    [30, [20, 6, 4], ["g", "p0"]],
    [27, [27], ["g", "p0"]],
    [27, [20, 26], ["g", "p0"]],
  ])("of %i, %j: only those stay by which no few can be reckoned", (whole, parts, kept) => {
    expect(split(whole, ...parts)).toEqual(kept);
  });

  it("make a whole that nobody counted many, where they are many", () => {
    const { document } = disclose(
      aDocument({
        groups: [
          aGroup("g", { label: "all" }),
          aGroup("p", { partOf: "g", unit: "family", label: "families" }),
          aGroup("f", { unit: "family", label: "all families" }),
          aGroup("q", { partOf: "f", label: "people" }),
        ],
        claims: [
          aClaim("a", "wire", { groupId: "g" }),
          counted("b", "p", 5),
          aClaim("c", "wire", { groupId: "f" }),
          counted("d", "q", 5),
        ],
      }),
      sources,
      places,
    );
    expect(document.groups.map(({ label }) => label)).toEqual(["all", "families", "", "people"]);
  });

  it("go into it with who speaks of them and nothing of what is said", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g"), aGroup("infant", { partOf: "g", ageBand: "0-4" })],
        claims: [
          counted("w", "g", 27, { statement: "Twenty-seven." }),
          counted("c", "infant", 1, { statement: "A girl of one.", quote: "a one-year-old girl" }),
          aClaim("d", "wire", { groupId: "infant", statement: "She was ill." }),
        ],
      }),
      sources,
      places,
    );
    expect(document.claims).toEqual([
      counted("w", "g", 27, { statement: "Twenty-seven." }),
      aClaim("c", "wire", { groupId: "g", scope: "part" }),
    ]);
  });

  it("stay, without a number, where an event concerns them and not the whole", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g"), aGroup("p", { partOf: "g", ageBand: "60+", sex: "male" })],
        events: [anEvent("e", { groups: [{ groupId: "p", count: exactly(2) }] })],
        claims: [
          counted("w", "g", 27),
          counted("c", "p", 2, { eventId: "e" }),
          aClaim("d", "wire", {
            eventId: "e",
            field: "place",
            place: { role: "at", locationId: "CN/YN/kunming/centre" },
            statement: "In the centre.",
          }),
        ],
      }),
      sources,
      places,
    );
    expect(document.groups[1]).toEqual(aGroup("p", { partOf: "g", ageBand: "18+" }));
    expect(document.claims.slice(1)).toEqual([
      aClaim("c", "wire", { groupId: "p", eventId: "e", scope: "part" }),
      aClaim("d", "wire", {
        eventId: "e",
        field: "place",
        place: { role: "at", locationId: "CN/YN" },
      }),
    ]);
  });
});

describe("an event", () => {
  const at = (locationId: string) =>
    aClaim("p", "wire", {
      eventId: "e",
      field: "place",
      place: { role: "at", locationId },
      quote: "there",
    });
  const told = (people: number, locationId: string, threshold?: number) => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g")],
        events: [
          anEvent("e", { description: "taken", groups: [{ groupId: "g", count: exactly(1) }] }),
        ],
        claims: [counted("c", "g", people), at(locationId)],
      }),
      sources,
      places,
      threshold === undefined ? {} : { threshold },
    );
    const { place: told, quote } = document.claims[1]!;
    return [document.events[0]!.description, told?.locationId, quote];
  };

  it("of many is told with its place, of few with no more than the province or the country", () => {
    expect(told(5, "CN/YN/kunming/centre")).toEqual(["taken", "CN/YN/kunming/centre", "there"]);
    expect(told(4, "CN/YN/kunming/centre")).toEqual(["", "CN/YN", ""]);
    expect(told(4, "MM/x/border-town")).toEqual(["", "MM", ""]);
    expect(told(9, "CN/YN/kunming", 10)).toEqual(["", "CN/YN", ""]);
  });

  it("is of few where a claim gives so few of many", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g")],
        events: [
          anEvent("e", { description: "taken", groups: [{ groupId: "g", count: exactly(27) }] }),
        ],
        claims: [
          counted("w", "g", 27),
          counted("c", "g", 2, { eventId: "e" }),
          at("CN/YN/kunming"),
        ],
      }),
      sources,
      places,
    );
    expect(document.events[0]!.description).toBe("");
    expect(document.claims[1]?.count).toEqual(exactly(2));
    expect(document.claims[2]?.place?.locationId).toBe("CN/YN");
  });

  it("is of few where a copy gives so few of many", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g")],
        events: [
          anEvent("e", { description: "taken", groups: [{ groupId: "g", count: exactly(27) }] }),
        ],
        claims: [counted("w", "g", 27), counted("c", "g", 2, { sourceId: "copy", eventId: "e" })],
      }),
      sources,
      places,
    );
    expect(document.events[0]!.description).toBe("");
  });

  it("names a part of many beside its whole, and no part of few", () => {
    const { document } = disclose(
      aDocument({
        groups: [
          aGroup("g"),
          aGroup("many", { partOf: "g", label: "Kunming group" }),
          aGroup("few", { partOf: "g" }),
        ],
        events: [
          anEvent("e", {
            description: "taken",
            groups: ["g", "many", "few"].map((groupId) => ({ groupId, count: exactly(1) })),
          }),
        ],
        claims: [
          counted("a", "g", 29),
          counted("b", "many", 9),
          counted("c", "few", 2),
          aClaim("d", "wire", { eventId: "e" }),
        ],
      }),
      sources,
      places,
    );
    expect(document.events[0]).toMatchObject({
      description: "taken",
      groups: [{ groupId: "g" }, { groupId: "many" }],
    });
  });
});

describe("words of a claim", () => {
  const words = { statement: "said", quote: "so", locator: "line 1", scopeText: "only there" };
  const told = (people: number, rest: Partial<Claim>) => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g")],
        events: [anEvent("e")],
        claims: [counted("w", "g", people), aClaim("c", "wire", { ...words, ...rest })],
      }),
      sources,
      places,
    );
    const { statement, quote, locator, scopeText } = document.claims[1]!;
    return { statement, quote, locator, scopeText };
  };
  const none = { statement: "", quote: "", locator: "", scopeText: "" };

  it("on the incident are told where there is a group of many", () => {
    expect(told(5, {})).toEqual(words);
    expect(told(4, {})).toEqual(none);
  });

  it("on a part are told where the part is many", () => {
    const of = (n: number): Partial<Claim> => ({
      field: "count",
      groupId: "g",
      scope: "part",
      count: exactly(n),
    });
    expect(told(27, of(5))).toEqual(words);
    expect(told(27, of(4))).toEqual(none);
    expect(told(27, { eventId: "e", scope: "part" })).toEqual(none);
    expect(told(27, { eventId: "e", scope: "unknown" })).toEqual(words);
  });
});
