import { expect, it } from "vitest";
import type { Location } from "../../../domain/location";
import type { Movement } from "../../../domain/movements";
import { incidentSheet } from "./incident-sheet";

const place = (
  id: string,
  nameEn: string,
  kind: Location["kind"],
  at: { lat: number; lon: number } | null,
): Location => ({
  id,
  kind,
  facilityKind: null,
  countryId: id.slice(0, 2),
  provinceId: kind === "country" ? null : id.slice(0, 5),
  localityId:
    kind === "locality" || kind === "facility" ? id.split("/").slice(0, 2).join("/") : null,
  parentId: null,
  nameEn,
  nameKo: null,
  nameZh: null,
  aliases: [],
  lat: at?.lat ?? null,
  lon: at?.lon ?? null,
  wherePrecision: null,
  note: "",
  origin: "",
});
const locations = Object.fromEntries(
  [
    place("KP", "North Korea", "country", null),
    place("KP-14", "Nampo", "province", null),
    place("CN-JL", "Jilin", "province", { lat: 43.5, lon: 126 }),
    place("CN-JL/tumen", "Tumen", "locality", { lat: 42.97, lon: 129.84 }),
    place("CN-JL/tumen/centre", "Centre", "facility", null),
    place("CN-YN/kunming", "Kunming", "locality", { lat: 25.04, lon: 102.72 }),
  ].map((one) => [one.id, one]),
);
const at = (...ids: string[]) => ({
  events: {
    e: {
      modality: "reported" as const,
      date: null,
      places: ids.map((locationId) => ({ role: "at" as const, locationId })),
      counts: {},
      saidBy: { reported: 0, unconfirmed: 0, anticipated: 0, denied: 0 },
      corroboration: {
        date: "unsourced" as const,
        place: "unsourced" as const,
        modality: "unsourced" as const,
      },
    },
  },
});
const move = (from: string, to: string, rest: Partial<Movement> = {}): Movement => ({
  eventId: "e",
  from,
  to,
  modality: "reported",
  groupIds: [],
  ...rest,
});

it("an incident's movements are arrows with their numbers, over the provinces it touched", () => {
  const sheet = incidentSheet(
    at("CN-YN/kunming", "CN-JL/tumen", "CN-JL/tumen/centre", "KP"),
    locations,
    [
      move("CN-YN/kunming", "CN-JL/tumen"),
      move("CN-JL/tumen", "CN-JL/tumen/centre"),
      move("CN-YN/kunming", "CN-JL/tumen/centre"),
      move("CN-JL/tumen/centre", "KP", { modality: "anticipated" }),
    ],
  )!;
  expect(sheet.areas.map(({ id, label }) => `${id} ${label}`)).toEqual([
    "CN-JL Jilin",
    "CN-YN CN-YN",
  ]);
  expect(sheet.dots.map(({ name, kind }) => `${name?.text} ${kind}`)).toEqual([
    "Kunming town",
    "Tumen town",
    "North Korea area",
  ]);
  expect(sheet.arrows.map(({ mark, modality, label }) => `${mark} ${modality} ${label}`)).toEqual([
    "1, 3 reported 1, 3: Kunming – Tumen",
    "4 anticipated 4: Tumen – North Korea",
  ]);
});

it("there is no map where no place can be drawn", () => {
  expect(incidentSheet(at("KP-14"), locations, [])).toBeNull();
  expect(incidentSheet(at(), locations, [])).toBeNull();
});

it("a province without a known town is drawn as it is", () => {
  const sheet = incidentSheet(at("CN-JL"), locations, [])!;
  expect(sheet.areas.map(({ id }) => id)).toEqual(["CN-JL"]);
  expect(sheet.dots.map(({ name, kind }) => `${name?.text} ${kind}`)).toEqual(["Jilin area"]);
  expect(sheet.arrows).toEqual([]);
});
