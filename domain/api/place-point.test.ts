import { expect, it } from "vitest";
import messages from "../../messages/en.json";
import type { Location } from "../location";
import { sayFrom } from "../testing-say";
import { placePoint } from "./place-point";

const place = (id: string, rest: Partial<Location>): Location => ({
  id,
  kind: "locality",
  facilityKind: null,
  countryId: "CN",
  provinceId: "CN-JL",
  localityId: null,
  parentId: null,
  nameEn: id,
  nameKo: null,
  nameZh: null,
  aliases: [],
  lat: null,
  lon: null,
  wherePrecision: null,
  note: "",
  origin: "",
  ...rest,
});

const PLACES = Object.fromEntries(
  [
    place("CN", { kind: "country", nameEn: "China", wherePrecision: 6, provinceId: null }),
    place("CN-JL", {
      kind: "province",
      parentId: "CN",
      nameEn: "Jilin",
      lat: 43.6,
      lon: 126.2,
      wherePrecision: 4,
    }),
    place("tumen", {
      parentId: "CN-JL",
      nameEn: "Tumen",
      lat: 42.97,
      lon: 129.84,
      wherePrecision: 1,
    }),
    place("unplaced", { parentId: "CN-JL", nameEn: "Unplaced" }),
    place("camp", {
      kind: "facility",
      parentId: "tumen",
      nameEn: "Tumen camp",
      lat: 42.97,
      lon: 129.84,
      wherePrecision: 2,
    }),
    place("bridge", {
      kind: "facility",
      parentId: "tumen",
      nameEn: "Bridge",
      lat: 42.96,
      lon: 129.85,
      wherePrecision: 1,
    }),
    place("cell", { kind: "facility", parentId: "tumen", nameEn: "Cell" }),
    place("bare", { kind: "facility", parentId: "CN", nameEn: "Bare" }),
  ].map((one) => [one.id, one]),
);
const pointOf = (id: string) => placePoint(id, PLACES, sayFrom(messages));

it("gives an exact point only of a facility whose own coordinates are exact", () => {
  expect(pointOf("bridge")).toEqual({
    position: [129.85, 42.96],
    precision: 1,
    words: "At Bridge.",
  });
  expect(pointOf("camp")).toEqual({
    position: [129.84, 42.97],
    precision: 2,
    words: "Near Tumen camp or in its town: the exact place is not verified.",
  });
});

it("gives the middle of a town or province as such, however exact its own coordinates are", () => {
  expect(pointOf("tumen")).toEqual({
    position: [129.84, 42.97],
    precision: 2,
    words: "The point is the middle of Tumen: where in it, nobody has said.",
  });
  expect(pointOf("CN-JL")).toEqual({
    position: [126.2, 43.6],
    precision: 4,
    words: "The point is the middle of Jilin: where in it, nobody has said.",
  });
});

it("gives for a place without coordinates the middle of what it lies in", () => {
  expect(pointOf("unplaced")).toMatchObject({ position: [126.2, 43.6], precision: 4 });
  expect(pointOf("cell")).toEqual({
    position: [129.84, 42.97],
    precision: 3,
    words: "In Cell, whose own place is not known: the point is the middle of Tumen.",
  });
});

it("gives no point of a country, of what lies only in one, and of what nobody knows", () => {
  expect(pointOf("CN")).toEqual({
    position: null,
    precision: 6,
    words: "Somewhere in China: no point is given, for none would be true.",
  });
  expect(pointOf("bare")).toMatchObject({ position: null, precision: 5 });
  expect(pointOf("toString")).toMatchObject({ position: null, precision: null });
});
