import { describe, expect, it } from "vitest";
import { parseMapRequest } from "../../domain/map-request";
import type { MapView } from "../../domain/map-view";
import { noFigures } from "../../domain/province-map";
import { sayFrom } from "../../domain/testing-say";
import messages from "../../messages/en.json";
import { mapNotes } from "./map-notes";
import { mapSheet } from "./map-sheet";

const say = sayFrom(messages);
const place = (name: string, countryId: string, lon: number | null, lat: number | null) => ({
  name,
  countryId,
  lon,
  lat,
});
const places: MapView["places"] = {
  CN: place("China", "CN", null, null),
  KP: place("North Korea", "KP", null, null),
  "CN-JL": place("Jilin", "CN", null, null),
  "CN-MO": place("Macau", "CN", null, null),
  "CN-YN": place("Yunnan", "CN", null, null),
  "CN-TW": place("Taiwan", "CN", null, null),
  "US-TX": place("Texas", "US", -99, 31),
  "CN-JL/tumen": place("Tumen", "CN", 129.842, 42.9656),
  "KP-09/namyang": place("Namyang", "KP", 129.85, 42.95),
  "KP-09/onsong": place("Onsong", "KP", 129.99, 42.96),
  "CN-YN/kunming": place("Kunming", "CN", 102.72, 25.04),
};
const way = (from: string, to: string, incidents: number, modality = "reported" as const) => ({
  from,
  to,
  modality,
  incidents,
});
const view = (provinces: Record<string, number>, flows: MapView["flows"]): MapView => ({
  provinces: new Map(
    Object.entries(provinces).map(([id, incidents]) => [id, { ...noFigures(), incidents }]),
  ),
  countries: new Map(),
  localities: new Map(),
  total: noFigures(),
  known: [],
  flows,
  places,
});
const sheetOf = (of: MapView, query = "") =>
  mapSheet(of, parseMapRequest(new URLSearchParams(query)).request, say);
const [tumen, namyang, kunming] = ["CN-JL/tumen", "KP-09/namyang", "CN-YN/kunming"];

describe("the movements of a map", () => {
  it("the most frequent are drawn however short they are, and each is told", () => {
    const { arrows, ways } = sheetOf(
      view({ "CN-JL": 100, "CN-YN": 50 }, [
        way(tumen, namyang, 77),
        way(tumen, "KP-09/onsong", 65),
        { ...way(tumen, namyang, 42), modality: "anticipated" },
        way(kunming, tumen, 3),
      ]),
    );
    expect(arrows.map(({ isLoop, modality, label }) => [isLoop, modality, label])).toEqual([
      [
        true,
        "reported",
        "Tumen to Namyang, reported: 77 incidents\nTumen to Onsong, reported: 65 incidents",
      ],
      [true, "anticipated", "Tumen to Namyang, anticipated: 42 incidents"],
      [false, "reported", "Kunming to Tumen, reported: 3 incidents"],
    ]);
    expect(ways).toEqual({ drawn: 4, rarer: 0, outside: 0, nowhere: 0 });
  });

  it("a short way and the way back are two, each with its own head and number", () => {
    const { arrows } = sheetOf(
      view({ "CN-JL": 9 }, [way(tumen, namyang, 5), way(namyang, tumen, 4)]),
    );
    expect(arrows.map(({ label }) => label)).toEqual([
      "Tumen to Namyang, reported: 5 incidents",
      "Namyang to Tumen, reported: 4 incidents",
    ]);
    expect(new Set(arrows.map(({ head }) => head)).size).toBe(2);
  });

  it("expected ones do not hide under reported ones", () => {
    const { arrows } = sheetOf(
      view({ "CN-JL": 9, "CN-YN": 9 }, [
        way(kunming, tumen, 9),
        { ...way(kunming, tumen, 8), modality: "anticipated" },
        { ...way(kunming, tumen, 7), modality: "unconfirmed" },
      ]),
    );
    expect(new Set(arrows.map(({ line }) => line)).size).toBe(3);
    expect(arrows.map(({ modality }) => modality)).toEqual([
      "reported",
      "anticipated",
      "unconfirmed",
    ]);
  });

  it("drawn and not drawn are all there are, and it is said why some are not", () => {
    const towns = Array.from({ length: 45 }, (_, at) => `CN-JL/town-${at}`);
    const flows = [
      way("CN-MO", tumen, 99),
      way("US-TX", tumen, 1),
      ...towns.map((id) => way(id, kunming, 1)),
    ];
    const many = view({ "CN-JL": 200, "CN-YN": 90, "US-TX": 1 }, flows);
    const all = {
      ...many,
      places: {
        ...places,
        ...Object.fromEntries(towns.map((id, at) => [id, place(id, "CN", 124 + at / 10, 43)])),
      },
    };
    const sheet = sheetOf(all);
    expect(sheet.ways).toEqual({ drawn: 40, rarer: 5, outside: 1, nowhere: 1 });
    expect(mapNotes(sheet, all, say)).toEqual({
      moves: [
        "7 movements are not drawn: 5 no more frequent than any of the 40 that are, 1 from or to places outside of the picture, 1 from or to places of which no coordinates are known.",
      ],
      places: ["Outside of the picture: Texas."],
    });
    expect(sheetOf(all, "moves=hidden").ways).toEqual({
      drawn: 0,
      rarer: 0,
      outside: 0,
      nowhere: 0,
    });
  });
});

describe("the picture", () => {
  const flows = [way(tumen, namyang, 90), way(kunming, tumen, 1)];
  const all = view({ "CN-JL": 100, "CN-YN": 90, "CN-MO": 1, "US-TX": 3 }, flows);

  it("leaves out a handful that is far away, and names it", () => {
    const { outside, offMap } = sheetOf(all);
    expect([outside, offMap]).toEqual([["US-TX"], ["CN-MO"]]);
    expect(sheetOf(all, "view=world").outside).toEqual([]);
  });

  it("is of the provinces chosen and the ways to and from them", () => {
    const jilin = sheetOf(all, "province=CN-JL");
    expect(jilin.outside).toEqual(["CN-YN", "US-TX"]);
    expect(jilin.ways).toEqual({ drawn: 1, rarer: 0, outside: 1, nowhere: 0 });
    expect(sheetOf(all, "province=CN-JL&province=US-TX").outside).not.toContain("US-TX");
  });

  it("is said to leave out what has no known province, by country, the most first", () => {
    const notesOf = (provinces: Record<string, number>) => {
      const of = view(provinces, []);
      return mapNotes(sheetOf(of), of, say).places;
    };
    expect(notesOf({ "CN-JL": 3, KP: 1, CN: 44 })).toEqual([
      "Not shaded, since no province is known: 44 incidents in China, 1 incident in North Korea.",
    ]);
    const ten = { A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9, J: 10 };
    const [note] = notesOf(ten);
    expect(note).toContain("known: 10 incidents in J, 9 incidents in I,");
    expect(note).toContain("3 incidents in C and in 2 more countries.");
  });

  it("has Taiwan in it by the code of China", () => {
    const { areas, offMap } = sheetOf(view({ "CN-TW": 7 }, []));
    expect([areas.map(({ id }) => id), offMap]).toEqual([["CN-TW"], []]);
  });
});
