import { describe, expect, it } from "vitest";
import { disagreementOf } from "./disagreement";
import { headlineOf } from "./headline";
import type { IncidentDocument } from "./incident";
import {
  aClaim,
  aDocument,
  aGroup,
  anEvent,
  aSource,
  byId,
  days,
  exactly,
} from "./testing-documents";

const sources = byId([
  aSource("voa", { publisher: "Voice of America" }),
  aSource("chosun-23", {
    publisher: "Chosun Ilbo",
    published: days("2014-07-23", "2014-07-23"),
  }),
  aSource("chosun-24", {
    publisher: "Chosun Ilbo",
    published: days("2014-07-24", "2014-07-24"),
  }),
  aSource("kbs", { publisher: "KBS World" }),
  aSource("copy", { publisher: "A copy", derived: true }),
]);

const of = (doc: IncidentDocument) =>
  disagreementOf(doc, headlineOf(doc, sources, new Map()), sources);
const counted = (id: string, sourceId: string, groupId: string, n: number) =>
  aClaim(id, sourceId, { groupId, field: "count", count: exactly(n) });
const dated = (id: string, sourceId: string, from: string, to: string) =>
  aClaim(id, sourceId, { eventId: "arrest", field: "date", date: days(from, to) });
const by = (publisher: string) => ({ publisher, published: null });

describe("how many people", () => {
  const groups = [aGroup("people"), aGroup("helpers", { role: "helper" })];

  it("is told number by number, the smallest first, each publisher once and copies not at all", () => {
    const claims = [
      counted("a", "chosun-23", "people", 29),
      counted("b", "chosun-24", "people", 29),
      counted("c", "voa", "people", 20),
      counted("d", "kbs", "people", 27),
      counted("e", "copy", "people", 29),
    ];
    expect(of(aDocument({ groups, claims })).persons).toEqual([
      {
        groupId: "people",
        said: [
          { value: exactly(20), by: [by("Voice of America")] },
          { value: exactly(27), by: [by("KBS World")] },
          { value: exactly(29), by: [by("Chosun Ilbo")] },
        ],
      },
    ]);
  });

  it("names the day of the report where one publisher gives two numbers", () => {
    const claims = [
      counted("a", "chosun-23", "helpers", 5),
      counted("b", "chosun-24", "helpers", 6),
      counted("c", "voa", "helpers", 6),
    ];
    expect(of(aDocument({ groups, claims })).helpers).toEqual([
      {
        groupId: "helpers",
        said: [
          {
            value: exactly(5),
            by: [{ publisher: "Chosun Ilbo", published: days("2014-07-23", "2014-07-23") }],
          },
          {
            value: exactly(6),
            by: [
              { publisher: "Chosun Ilbo", published: days("2014-07-24", "2014-07-24") },
              by("Voice of America"),
            ],
          },
        ],
      },
    ]);
  });

  it("is no disagreement where numbers overlap, or the other number is of a part or rejected", () => {
    const range = { low: 20, best: null, high: 30 };
    const claims = [
      counted("a", "voa", "people", 29),
      { ...counted("b", "kbs", "people", 0), count: range },
      { ...counted("c", "chosun-23", "people", 9), scope: "part" as const },
      { ...counted("d", "chosun-24", "people", 3), assessment: "rejected" as const },
    ];
    expect(of(aDocument({ groups, claims }))).toMatchObject({ persons: [], helpers: [] });
  });
});

describe("how the people split", () => {
  const groups = [
    aGroup("all"),
    aGroup("qingdao", { partOf: "all" }),
    aGroup("kunming", { partOf: "all" }),
  ];

  it("is told source by source, with nothing for a part that a source leaves out", () => {
    const claims = [
      counted("a", "chosun-23", "qingdao", 20),
      counted("b", "chosun-23", "kunming", 9),
      counted("c", "kbs", "qingdao", 9),
      counted("d", "kbs", "kunming", 18),
      counted("e", "voa", "qingdao", 20),
    ];
    expect(of(aDocument({ groups, claims })).splits).toEqual([
      {
        partOf: "all",
        groupIds: ["qingdao", "kunming"],
        said: [
          { value: [exactly(20), exactly(9)], by: [by("Chosun Ilbo")] },
          { value: [exactly(9), exactly(18)], by: [by("KBS World")] },
          { value: [exactly(20), null], by: [by("Voice of America")] },
        ],
      },
    ]);
  });
});

describe("when it happened", () => {
  const events = [anEvent("arrest")];

  it("is told with every different date, though they may overlap", () => {
    const claims = [
      dated("a", "voa", "2014-07-14", "2014-07-20"),
      dated("b", "kbs", "2014-07-15", "2014-07-17"),
      dated("c", "copy", "2014-07-15", "2014-07-17"),
    ];
    expect(
      of(aDocument({ events, claims })).date.map((one) => [one.value.earliest, one.by]),
    ).toEqual([
      ["2014-07-14", [by("Voice of America")]],
      ["2014-07-15", [by("KBS World")]],
    ]);
  });

  it("is not told where all give the same day", () => {
    const claims = [
      dated("a", "voa", "2014-07-15", "2014-07-15"),
      dated("b", "kbs", "2014-07-15", "2014-07-15"),
    ];
    expect(of(aDocument({ events, claims })).date).toEqual([]);
  });
});

describe("where and whether it happened", () => {
  it("names each source's places only where they are contested", () => {
    const events = [anEvent("arrest")];
    const placed = (id: string, sourceId: string, locationId: string) =>
      aClaim(id, sourceId, {
        eventId: "arrest",
        field: "place",
        place: { role: "at", locationId },
      });
    const claims = [
      placed("a", "voa", "CN-YN"),
      placed("b", "voa", "CN-SD"),
      placed("c", "kbs", "CN-JL"),
    ];
    expect(of(aDocument({ events, claims })).place).toEqual([]);
    const contested = [...claims.slice(0, 2), { ...claims[2]!, assessment: "conflict" as const }];
    expect(of(aDocument({ events, claims: contested })).place).toEqual([
      { value: ["CN-SD", "CN-YN"], by: [by("Voice of America")] },
      { value: ["CN-JL"], by: [by("KBS World")] },
    ]);
  });

  it("names who reports and who only expects what gave the status", () => {
    const said = (id: string, sourceId: string, modality: "reported" | "anticipated") =>
      aClaim(id, sourceId, { eventId: "transfer", field: "modality", modality });
    const doc = aDocument({
      groups: [aGroup("all")],
      events: [anEvent("transfer", { type: "transfer" })],
      claims: [said("a", "voa", "anticipated"), said("b", "kbs", "reported")],
    });
    expect(of(doc).status).toEqual([
      { value: "anticipated", by: [by("Voice of America")] },
      { value: "reported", by: [by("KBS World")] },
    ]);
  });
});
