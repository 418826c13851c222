import type { Location } from "../location";
import { nullable, numberFrom, text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

export const LOCATIONS_TABLE = {
  name: "locations",
  title: "Locations",
  says: "One row for each place: a tree of countries, provinces, towns and facilities.",
  columns: [
    {
      name: "id",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the place in the gazetteer: ISO 3166-1 for a country, ISO 3166-2 for a province.",
    },
    {
      name: "parent",
      type: "text",
      form: "id",
      nullable: true,
      says: "The id of the place it lies in; empty for a country.",
    },
    {
      name: "kind",
      type: "text",
      required: true,
      vocabulary: "locationKind",
      says: "On which level of the tree it stands.",
    },
    {
      name: "facility_kind",
      type: "text",
      nullable: true,
      vocabulary: "facilityKind",
      says: "What a facility is; empty for all others.",
    },
    { name: "name_en", type: "text", required: true, maxLength: 300, says: "Its name in English." },
    {
      name: "name_ko",
      type: "text",
      nullable: true,
      maxLength: 300,
      says: "Its name in Korean; empty: not known.",
    },
    {
      name: "name_zh",
      type: "text",
      nullable: true,
      maxLength: 300,
      says: "Its name in Chinese; empty: not known.",
    },
    {
      name: "lat",
      type: "number",
      nullable: true,
      min: -90,
      max: 90,
      unit: "degrees, WGS 84",
      says: "Latitude of a point that stands for the place; empty: not known.",
    },
    {
      name: "lon",
      type: "number",
      nullable: true,
      min: -180,
      max: 180,
      unit: "degrees, WGS 84",
      says: "Longitude of a point that stands for the place; empty: not known.",
    },
    {
      name: "where_precision",
      type: "whole",
      nullable: true,
      vocabulary: "wherePrecision",
      says: "How exact the point is.",
    },
    {
      name: "country",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the country it lies in, or is.",
    },
    {
      name: "province",
      type: "text",
      form: "id",
      nullable: true,
      says: "The id of the province it lies in, or is; empty: in none.",
    },
    { name: "note", type: "text", maxLength: 10_000, says: "What else is to be said of it." },
    {
      name: "origin",
      type: "text",
      required: true,
      maxLength: 500,
      says: "Where the entry comes from.",
    },
  ],
  primaryKey: ["id"],
  foreignKeys: [
    { columns: ["parent"], table: "locations", references: ["id"], isOptional: true },
    { columns: ["country"], table: "locations", references: ["id"] },
    { columns: ["province"], table: "locations", references: ["id"], isOptional: true },
  ],
} as const satisfies DataTable;

export const LOCATION_NAMES_TABLE = {
  name: "location_names",
  title: "Other names of locations",
  says: "One row for each other name by which a place is found, in any language.",
  columns: [
    {
      name: "location",
      type: "text",
      form: "id",
      required: true,
      says: "The id of the place in the table of locations.",
    },
    { name: "name", type: "text", required: true, maxLength: 300, says: "The name." },
  ],
  primaryKey: ["location", "name"],
  foreignKeys: [{ columns: ["location"], table: "locations", references: ["id"] }],
} as const satisfies DataTable;

export function locationCells(location: Location): Cells {
  return {
    id: location.id,
    parent: location.parentId,
    kind: location.kind,
    facility_kind: location.facilityKind,
    name_en: location.nameEn,
    name_ko: location.nameKo,
    name_zh: location.nameZh,
    lat: location.lat,
    lon: location.lon,
    where_precision: location.wherePrecision,
    country: location.countryId,
    province: location.provinceId,
    note: location.note,
    origin: location.origin,
  };
}

/** The location of a row that has every column, without its other names. */
export function locationOf(cells: Cells, aliases: string[] = []): Location {
  const kind = text<Location["kind"]>(cells, "kind");
  const id = text(cells, "id");
  const parentId = nullable(cells, "parent");
  return {
    id,
    parentId,
    kind,
    facilityKind: nullable(cells, "facility_kind"),
    nameEn: text(cells, "name_en"),
    nameKo: nullable(cells, "name_ko"),
    nameZh: nullable(cells, "name_zh"),
    aliases,
    lat: numberFrom(cells, "lat"),
    lon: numberFrom(cells, "lon"),
    wherePrecision: numberFrom(cells, "where_precision") as Location["wherePrecision"],
    countryId: text(cells, "country"),
    provinceId: nullable(cells, "province"),
    localityId: kind === "locality" ? id : kind === "facility" ? parentId : null,
    note: text(cells, "note"),
    origin: text(cells, "origin"),
  };
}
