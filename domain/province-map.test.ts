import { describe, expect, it } from "vitest";
import { headlineOf } from "./headline";
import type { LocationFacts } from "./location";
import { mapFacts, movesOnMap } from "./map-facts";
import { boundOfSums, countOfSums, provinceMap } from "./province-map";
import { aDocument, aGroup, anEvent, byId, days, exactly } from "./testing-documents";

const place = (id: string, kind: LocationFacts["kind"], rest: Partial<LocationFacts> = {}) => ({
  id,
  kind,
  facilityKind: null,
  countryId: "CN",
  provinceId: "CN-JL",
  localityId: null,
  ...rest,
});
const places = byId<LocationFacts>([
  place("KP", "country", { countryId: "KP", provinceId: null }),
  place("CN-JL", "province"),
  place("CN-JL/tumen", "locality", { localityId: "CN-JL/tumen" }),
  place("CN-JL/tumen/centre", "facility", { localityId: "CN-JL/tumen" }),
  place("CN-JL/yanji", "locality", { localityId: "CN-JL/yanji" }),
]);

describe("what a map shows of one incident", () => {
  it("is its provinces with their people, its towns and its ways between them", () => {
    const at = (n: number) => days(`2014-07-1${n}`, `2014-07-1${n}`);
    const doc = aDocument({
      groups: [aGroup("all", { count: exactly(5) })],
      events: [
        anEvent("a", { date: at(1), places: [{ role: "at", locationId: "CN-JL/yanji" }] }),
        anEvent("h", {
          type: "detention",
          date: at(2),
          places: [{ role: "at", locationId: "CN-JL/tumen/centre" }],
        }),
        anEvent("d", {
          type: "deportation",
          modality: "anticipated",
          date: at(3),
          places: [{ role: "to", locationId: "KP" }],
        }),
      ],
    });
    expect(mapFacts(doc, headlineOf(doc, new Map(), places), places)).toEqual({
      provinces: [
        { id: "CN-JL", ...exactly(5) },
        { id: "KP", low: 0, best: null, high: 5 },
      ],
      places: ["CN-JL/tumen", "CN-JL/yanji"],
      moves: [
        { from: "CN-JL/yanji", to: "CN-JL/tumen", modality: "reported" },
        { from: "CN-JL/tumen", to: "KP", modality: "anticipated" },
      ],
    });
  });

  it("has no way inside one town, and each other way once", () => {
    const way = (from: string, to: string) => ({ from, to, modality: "reported" as const });
    expect(
      movesOnMap(
        [
          way("CN-JL/tumen", "CN-JL/tumen/centre"),
          way("CN-JL/tumen/centre", "KP"),
          way("CN-JL/tumen", "KP"),
        ],
        places,
      ),
    ).toEqual([way("CN-JL/tumen", "KP")]);
  });
});

describe("a map of many incidents", () => {
  const incident = { countries: ["CN"], places: [], moves: [], persons: exactly(29) };
  const split = { low: 0, best: null, high: 29 };

  it("of none has no figures but zeros in all", () => {
    expect(provinceMap([])).toEqual({
      provinces: new Map(),
      countries: new Map(),
      localities: new Map(),
      flows: [],
      total: {
        incidents: 0,
        persons: { low: 0, best: 0, high: 0, unknown: { low: 0, best: 0, high: 0 } },
      },
    });
  });

  it("adds up each province, and each country by itself and not by its provinces", () => {
    const map = provinceMap([
      {
        ...incident,
        provinces: [
          { id: "CN-YN", ...split },
          { id: "CN-SD", ...split },
        ],
      },
      { ...incident, provinces: [{ id: "CN-YN", ...exactly(3) }], persons: exactly(3) },
    ]);
    expect([...map.provinces]).toEqual([
      [
        "CN-SD",
        {
          incidents: 1,
          persons: { low: 0, best: 0, high: 29, unknown: { low: 0, best: 1, high: 0 } },
        },
      ],
      [
        "CN-YN",
        {
          incidents: 2,
          persons: { low: 3, best: 3, high: 32, unknown: { low: 0, best: 1, high: 0 } },
        },
      ],
    ]);
    const whole = { low: 32, best: 32, high: 32, unknown: { low: 0, best: 0, high: 0 } };
    expect(map.countries).toEqual(new Map([["CN", { incidents: 2, persons: whole }]]));
    expect(map.total).toEqual({ incidents: 2, persons: whole });
  });

  it("counts the incidents of a town and of a way, the most travelled first", () => {
    const way = (to: string) => ({ from: "CN-YN/kunming", to, modality: "reported" as const });
    const map = provinceMap([
      { ...incident, provinces: [], places: ["CN-YN/kunming"], moves: [way("KP")] },
      {
        ...incident,
        provinces: [],
        places: ["CN-JL/tumen", "CN-YN/kunming"],
        moves: [way("CN-JL/tumen"), way("KP")],
      },
    ]);
    expect([...map.localities]).toEqual([
      ["CN-JL/tumen", 1],
      ["CN-YN/kunming", 2],
    ]);
    expect(map.flows).toEqual([
      { ...way("KP"), incidents: 2 },
      { ...way("CN-JL/tumen"), incidents: 1 },
    ]);
  });
});

it("a sum is known only where every incident gives the bound, and at least what the others give", () => {
  const figures = provinceMap([
    { provinces: [], countries: [], places: [], moves: [], persons: exactly(9) },
    {
      provinces: [],
      countries: [],
      places: [],
      moves: [],
      persons: { low: null, best: 30, high: null },
    },
  ]).total;
  expect(countOfSums(figures)).toEqual({ low: 9, best: 39, high: null });
  expect(boundOfSums(figures, "high")).toEqual({ sum: 39, unknown: 1 });
  const unknown = { low: 0, best: 0, high: 0, unknown: { low: 2, best: 2, high: 2 } };
  expect(boundOfSums({ incidents: 2, persons: unknown }, "low")).toBeNull();
  expect(countOfSums({ incidents: 2, persons: unknown })).toEqual({
    low: null,
    best: null,
    high: null,
  });
});
