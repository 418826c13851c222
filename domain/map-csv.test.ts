import { expect, it } from "vitest";
import { mapCsvRecords } from "./map-csv";

const figures = (incidents: number, low: number, unknownBest: number) => ({
  incidents,
  persons: { low, best: 0, high: 29, unknown: { low: 0, best: unknownBest, high: 0 } },
});

it("the CSV of a map has its areas, and each country as a whole apart from them", () => {
  const place = (name: string, countryId: string) => ({ name, lat: null, lon: null, countryId });
  const view = {
    places: { CN: place("China", "CN"), KP: place("=KP", "KP"), "CN-JL": place("Jilin", "CN") },
    provinces: new Map([
      ["CN-JL", figures(2, 20, 0)],
      ["KP", figures(1, 0, 1)],
    ]),
    countries: new Map([["CN", figures(3, 25, 1)]]),
  };
  expect(mapCsvRecords(view, { key: "incidents", descending: true })).toEqual([
    [
      "kind",
      "code",
      "name",
      "country",
      "incidents",
      "people_low",
      "people_best",
      "people_high",
      "people_low_unknown",
      "people_best_unknown",
      "people_high_unknown",
    ],
    ["province", "CN-JL", "Jilin", "CN", 2, 20, 0, 29, 0, 0, 0],
    ["province_not_known", "KP", "=KP", "KP", 1, 0, null, 29, 0, 1, 0],
    ["country", "CN", "China", "CN", 3, 25, 0, 29, 0, 1, 0],
  ]);
});
