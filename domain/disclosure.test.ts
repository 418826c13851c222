import { describe, expect, it } from "vitest";
import { disclose } from "./disclosure";
import { headlineOf } from "./headline";
import type { Claim } from "./incident";
import { factsOf, places, sources } from "./testing-disclosure";
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

  it.each([
    [27, [18], [18]],
    [27, [25], [null]],
    [27, [27], [27]],
    [27, [2], [2]],
    [27, [15, 10], [15, null]],
  ])(
    "of %i that are no groups, %j: a number by which few can be reckoned goes, with its words",
    (whole, said, kept) => {
      const { document, withheld } = disclose(
        aDocument({
          groups: [aGroup("g")],
          claims: [
            counted("w", "g", whole),
            ...said.map((n, at) =>
              counted(`c${at}`, "g", n, {
                scope: "part",
                scopeText: "only Qingdao",
                quote: "there",
                statement: `${n}.`,
              }),
            ),
          ],
        }),
        sources,
        places,
      );
      expect(document.claims.slice(1).map(({ count }) => count?.low ?? null)).toEqual(kept);
      document.claims.slice(1).forEach((claim, at) => {
        if (kept[at] === null)
          expect(claim).toEqual(aClaim(`c${at}`, "wire", { groupId: "g", scope: "part" }));
      });
      const hidden = kept.filter((n) => n === null).length;
      expect(withheld).toEqual(hidden > 0 ? [{ kind: "part_claim", count: hidden }] : []);
    },
  );

  it("are reckoned beside those that are no groups, and among the accepted claims of all sources", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g"), aGroup("p", { partOf: "g" })],
        claims: [
          counted("w", "g", 27),
          counted("a", "p", 18, { sourceId: "paper" }),
          counted("b", "g", 7, { sourceId: "radio", scope: "part", scopeText: "only Qingdao" }),
          counted("c", "g", 20, { sourceId: "radio", scope: "part", assessment: "conflict" }),
        ],
      }),
      sources,
      places,
    );
    expect(document.claims.map(({ count, scopeText }) => [count?.low, scopeText])).toEqual([
      [27, ""],
      [18, ""],
      [undefined, ""],
      [20, ""],
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

  const taking = (whole: number, taken: number, rest: Partial<Claim> = {}) => {
    const { document, sources: open } = disclose(
      aDocument({
        groups: [aGroup("g")],
        events: [
          anEvent("a", { groups: [{ groupId: "g", count: exactly(whole) }] }),
          anEvent("e", {
            type: "deportation",
            description: "taken",
            groups: [{ groupId: "g", count: exactly(taken) }],
          }),
        ],
        claims: [
          counted("w", "g", whole),
          counted("c", "g", taken, { eventId: "e", quote: "on the bus", ...rest }),
          at("CN/YN/kunming/centre"),
          ...["a", "e"].map((eventId) =>
            aClaim(eventId, "wire", { eventId, field: "modality", modality: "reported" }),
          ),
        ],
      }),
      sources,
      places,
    );
    const { statuses } = headlineOf(document, factsOf(open), places);
    return {
      description: document.events[1]!.description,
      count: document.claims[1]!.count,
      quote: document.claims[1]!.quote,
      place: document.claims[2]!.place?.locationId,
      statuses: statuses.map(({ status }) => status),
    };
  };

  it("that left few of many tells that it took some and not all, and no more", () => {
    const { low, best, high } = { low: 1, best: null, high: 26 };
    const veiled = {
      description: "",
      count: { low, best, high },
      quote: "",
      place: "CN/YN",
      statuses: ["deported", "arrested"],
    };
    expect(taking(27, 25)).toEqual(veiled);
    expect(taking(27, 23)).toEqual(veiled);
    expect(taking(27, 25, { scope: "part" })).toEqual(veiled);
    expect(taking(27, 25, { sourceId: "radio", assessment: "conflict" })).toEqual(veiled);
  });

  it("that left nobody, or many, is told with its number", () => {
    const told = {
      description: "taken",
      quote: "on the bus",
      place: "CN/YN/kunming/centre",
    };
    expect(taking(27, 27)).toEqual({ ...told, count: exactly(27), statuses: ["deported"] });
    expect(taking(27, 22)).toEqual({
      ...told,
      count: exactly(22),
      statuses: ["deported", "arrested"],
    });
  });

  it("that took all but few of a whole by a part of it is of few", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g"), aGroup("p", { partOf: "g", unit: "person" })],
        events: [
          anEvent("e", { description: "taken", groups: [{ groupId: "g", count: exactly(25) }] }),
        ],
        claims: [
          counted("w", "g", 27),
          counted("p", "p", 9),
          counted("c", "p", 25, { eventId: "e" }),
        ],
      }),
      sources,
      places,
    );
    expect(document.events[0]!.description).toBe("");
    expect(document.claims[2]!.count).toEqual({ low: 1, best: null, high: null });
  });

  it("that names no group is of few where any whole group may be few, for it concerns them all", () => {
    const everybody = (helpers: number) => {
      const { document } = disclose(
        aDocument({
          groups: [aGroup("g"), aGroup("h", { role: "helper" })],
          events: [anEvent("e", { description: "taken" })],
          claims: [
            counted("w", "g", 27),
            counted("h", "h", helpers),
            { ...at("CN/YN/kunming/centre"), quote: "there" },
            aClaim("d", "wire", {
              eventId: "e",
              field: "date",
              date: { ...days("2014-07-15", "2014-07-15"), text: "that night" },
            }),
          ],
        }),
        sources,
        places,
      );
      return [
        document.events[0]!.description,
        document.claims[2]!.place?.locationId,
        document.claims[2]!.quote,
        document.claims[3]!.date?.text,
      ];
    };
    expect(everybody(5)).toEqual(["taken", "CN/YN/kunming/centre", "there", "that night"]);
    expect(everybody(1)).toEqual(["", "CN/YN", "", ""]);
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

  it("on the incident are the editor's alone where there is a group of few beside", () => {
    const { document } = disclose(
      aDocument({
        groups: [aGroup("g"), aGroup("h", { role: "helper" })],
        claims: [counted("w", "g", 27), counted("h", "h", 1), aClaim("c", "wire", words)],
      }),
      sources,
      places,
    );
    expect(document.claims[2]).toEqual(aClaim("c", "wire", { statement: "said" }));
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
