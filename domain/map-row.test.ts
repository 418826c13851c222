import { expect, it } from "vitest";
import { mapRows } from "./map-row";

const place = (name: string, countryId: string) => ({ name, lat: null, lon: null, countryId });
const figures = (incidents: number, low: number, unknown = 0) => ({
  incidents,
  persons: { low, best: 0, high: low, unknown: { low: unknown, best: incidents, high: 0 } },
});
const map = {
  places: {
    CN: place("China", "CN"),
    KP: place("North Korea", "KP"),
    "CN-YN": place("Yunnan", "CN"),
    "CN-JL": place("Jilin", "CN"),
  },
  provinces: new Map([
    ["CN-JL", figures(3, 40)],
    ["CN-YN", figures(3, 9)],
    ["KP", figures(1, 0, 1)],
  ]),
};
const names = (sort: Parameters<typeof mapRows>[1]) => mapRows(map, sort).map(({ name }) => name);

it("the table of a map has a row for each area, with its country and what is known of its people", () => {
  expect(mapRows(map, { key: "name", descending: false })[1]).toEqual({
    id: "KP",
    name: "North Korea",
    country: { id: "KP", name: "North Korea" },
    isCountry: true,
    incidents: 1,
    low: null,
    best: null,
    high: { sum: 0, unknown: 0 },
  });
});

it("is sorted by any column, equal rows by name and unknown figures last either way", () => {
  expect(names({ key: "incidents", descending: true })).toEqual(["Jilin", "Yunnan", "North Korea"]);
  expect(names({ key: "low", descending: true })).toEqual(["Jilin", "Yunnan", "North Korea"]);
  expect(names({ key: "low", descending: false })).toEqual(["Yunnan", "Jilin", "North Korea"]);
  expect(names({ key: "country", descending: true })).toEqual(["North Korea", "Jilin", "Yunnan"]);
  expect(names({ key: "name", descending: true })).toEqual(["Yunnan", "North Korea", "Jilin"]);
});
