import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { FacilityKind } from "../../domain/vocabulary";
import {
  distinctAliases,
  koreanWithoutSpaces,
  slugOf,
  splitNames,
  withoutDisambiguation,
} from "./place-names";

/**
 * One place of the gazetteer.
 * - `id` never changes: `CN`, `CN-YN`, `CN-JL/tumen`, `CN-JL/tumen/tumen-border-detention-center`.
 * - `facilityKind` is null but for facilities.
 * - `nameZh` is meant to be simplified; where the source has only traditional characters it is those.
 * - `lat`, `lon` in degrees, WGS 84, both or neither. A province's point is a label point.
 * - `wherePrecision` is UCDP's where_prec, 1 exact to 7 sea or air; null where nothing is known that
 *   would place a town or a facility. A facility is never 1: no exact site has been verified.
 * - `note` is what the lists say about it, for readers; null where they say nothing.
 * - `origin` is where its coordinates come from, or its names where it has no coordinates.
 */
export type GazetteerLocation = {
  id: string;
  parentId: string | null;
  kind: "country" | "province" | "locality" | "facility";
  facilityKind: FacilityKind | null;
  nameEn: string;
  nameKo: string | null;
  nameZh: string | null;
  aliases: string[];
  lat: number | null;
  lon: number | null;
  wherePrecision: 1 | 2 | 3 | 4 | 5 | 6 | 7 | null;
  countryId: string;
  provinceId: string | null;
  note: string | null;
  origin: "cldr" | "natural_earth" | "geonames" | "project";
};

/**
 * Every place of the gazetteer in `directory`, parents before their children, in the order of the files:
 * countries, provinces (any ISO 3166-2 code, its parent always the country), localities, facilities
 * (a crossing stands under the town on its first-named side). Corrections are applied.
 * Throws where the files contradict each other: an id twice, a parent or a corrected place that is missing.
 */
export function readGazetteer(
  directory: string = join(process.cwd(), "db/gazetteer"),
): GazetteerLocation[] {
  const text = (file: string) => readFileSync(join(directory, file), "utf8");
  const rows = (file: string): Row[] =>
    parse(text(file), { columns: true, skip_empty_lines: true });

  const places = [
    ...readCountries(JSON.parse(text("countries.json"))),
    ...readProvinces(JSON.parse(text("subdivisions.json"))),
    ...rows("localities.csv").map(readLocality),
    ...rows("localities-added.csv").map(readAddedLocality),
    ...rows("facilities-and-crossings.csv").map(readFacility),
  ];
  requireTree(places);
  return applyCorrections(places, JSON.parse(text("corrections.json"))).map((place) => ({
    ...place,
    aliases: distinctAliases(
      [...place.aliases, ...koreanWithoutSpaces(place.nameKo)],
      [place.nameEn, place.nameKo, place.nameZh],
    ),
  }));
}

type Row = Record<string, string>;
type CountryNames = { en: string; ko: string; zh: string; aliases: string[] };
type Subdivision = {
  en: string;
  ko: string | null;
  zh: string | null;
  lat?: number;
  lon?: number;
};
type Correction = {
  id: string;
  reason: string;
  nameEn?: string;
  nameKo?: string;
  nameZh?: string;
  note?: string;
  aliases?: string[];
};

function readCountries(file: { countries: Record<string, CountryNames> }): GazetteerLocation[] {
  return Object.entries(file.countries).map(([id, names]) => ({
    id,
    parentId: null,
    kind: "country",
    facilityKind: null,
    nameEn: names.en,
    nameKo: names.ko,
    nameZh: names.zh,
    aliases: names.aliases,
    lat: null,
    lon: null,
    wherePrecision: 6,
    countryId: id,
    provinceId: null,
    note: null,
    origin: "cldr",
  }));
}

function readProvinces(file: Record<string, Subdivision>): GazetteerLocation[] {
  return Object.entries(file).map(([id, names]) => {
    const countryId = id.slice(0, 2);
    return {
      id,
      parentId: countryId,
      kind: "province",
      facilityKind: null,
      nameEn: names.en.normalize("NFC").replace(/\s*[¹²³†]+$/u, ""),
      nameKo: withoutDisambiguation(names.ko),
      nameZh: withoutDisambiguation(names.zh),
      aliases: [],
      lat: names.lat ?? null,
      lon: names.lon ?? null,
      wherePrecision: 4,
      countryId,
      provinceId: id,
      note: null,
      origin: names.lat === undefined ? "cldr" : "natural_earth",
    };
  });
}

function readLocality(row: Row): GazetteerLocation {
  const verified = row.precision === "city-centre";
  return {
    ...localityOf(row),
    wherePrecision: verified ? 1 : 2,
    note: verified ? null : `Coordinates: ${row.coord_source}.`,
    origin: verified ? "geonames" : "project",
  };
}

function readAddedLocality(row: Row): GazetteerLocation {
  return {
    ...localityOf(row),
    wherePrecision: wherePrecisionOf(row.where_precision),
    note: row.note ? sentence(row.note) : null,
    origin: "project",
  };
}

function localityOf(row: Row): Omit<GazetteerLocation, "wherePrecision" | "note" | "origin"> {
  const provinceId = cell(row, "iso_3166_2");
  // A bracket in an English name may be a county or a second name; corrections say which.
  const nameEn = splitNames(cell(row, "name_en")).main!;
  const ko = splitNames(row.name_ko ?? "");
  const zh = splitNames(row.name_zh ?? "");
  return {
    id: `${provinceId}/${slugOf(nameEn)}`,
    parentId: provinceId,
    kind: "locality",
    facilityKind: null,
    nameEn,
    nameKo: ko.main,
    nameZh: zh.main,
    aliases: [...ko.others, ...zh.others],
    lat: degrees(row.lat),
    lon: degrees(row.lon),
    countryId: cell(row, "country"),
    provinceId,
  };
}

function readFacility(row: Row): GazetteerLocation {
  const provinces = cell(row, "iso_3166_2").split("/");
  const provinceId = provinces[0]!;
  // A crossing names both provinces, or where one is not known both countries.
  const sides = provinces.length > 1 ? provinces : cell(row, "country").split("-");
  const townNameEn = splitNames(cell(row, "locality")).main!;
  const parentId = `${provinceId}/${slugOf(townNameEn)}`;
  const nameEn = cell(row, "name");
  const lat = degrees(row.lat);
  const basis = lat === null ? "none" : row.coord_basis;
  const notes = [
    sides.length > 1 ? `Between ${sides.join(" and ")}` : null,
    row.note,
    `Coordinates: ${basis}`,
    row.reported_in && `Reported in: ${row.reported_in}`,
  ];
  return {
    id: `${parentId}/${slugOf(nameEn)}`,
    parentId,
    kind: "facility",
    facilityKind: cell(row, "facility_kind") as FacilityKind | null,
    nameEn,
    nameKo: null,
    nameZh: null,
    aliases: (row.aka ?? "").split(";"),
    lat,
    lon: degrees(row.lon),
    wherePrecision: lat === null ? null : 2,
    countryId: provinceId.slice(0, 2),
    provinceId,
    note: notes.flatMap((note) => (note ? [sentence(note)] : [])).join(" "),
    origin: basis?.includes("GeoNames") ? "geonames" : "project",
  };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function wherePrecisionOf(value: string | undefined): GazetteerLocation["wherePrecision"] {
  if (!value) return null;
  const found = ([1, 2, 3, 4, 5, 6, 7] as const).find((code) => String(code) === value);
  if (!found) throw new Error(`Not a where_precision in the gazetteer: ${value}`);
  return found;
}

function cell(row: Row, column: string): string {
  const value = row[column]?.normalize("NFC").trim();
  if (!value) throw new Error(`A row of the gazetteer has no ${column}: ${JSON.stringify(row)}`);
  return value;
}

function degrees(value: string | undefined): number | null {
  if (!value) return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`Not a coordinate in the gazetteer: ${value}`);
  return number;
}

function requireTree(places: GazetteerLocation[]): void {
  const ids = new Set<string>();
  for (const { id, parentId } of places) {
    if (ids.has(id)) throw new Error(`The gazetteer has ${id} twice.`);
    if (parentId !== null && !ids.has(parentId)) {
      throw new Error(`The gazetteer has ${id} but not its parent ${parentId}.`);
    }
    ids.add(id);
  }
}

function applyCorrections(
  places: GazetteerLocation[],
  corrections: Correction[],
): GazetteerLocation[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  for (const { id, reason: _, aliases = [], ...changes } of corrections) {
    const place = byId.get(id);
    if (!place) throw new Error(`The gazetteer corrects ${id}, which it does not have.`);
    const notes = [place.note, changes.note].filter((note) => note != null);
    byId.set(id, {
      ...place,
      ...changes,
      aliases: [...place.aliases, ...aliases],
      note: notes.length > 0 ? notes.join(" ") : null,
    });
  }
  return [...byId.values()];
}
