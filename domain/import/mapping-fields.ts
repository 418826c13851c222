import type { Group } from "../incident";
import {
  ACCESSES,
  AGE_BANDS,
  DATE_KINDS,
  EVENT_TYPES,
  type EventType,
  MODALITIES,
  type PlaceRole,
  RELIABILITIES,
  ROLES,
  SEXES,
  SOURCE_KINDS,
  STATUSES,
} from "../vocabulary";

/** People that a column counts: a group of the incident. */
export type CountedPeople = {
  /** Among those of `persons`, or beside them, adding to the total. */
  of: "persons" | null;
  /** What tells them from the others of the row. */
  like: Partial<Pick<Group, "role" | "sex" | "ageBand" | "unit" | "label">>;
  /** What happened to them, and not to all of the row. */
  event?: EventType;
};

/**
 * A field that a foreign column can go to.
 * `kind`: how its cells are read. `codes`: what they may mean. `many`: several columns may go there.
 * `list`: a cell may hold several values, parted by what the mapping names. `fills`: a default may stand for it.
 */
export type MappingField = {
  group: "record" | "event" | "date" | "place" | "people" | "parts" | "status" | "source";
  kind: "text" | "code" | "date" | "number" | "count" | "place" | "country" | "none";
  codes?: readonly string[];
  many?: true;
  list?: true;
  fills?: true;
  counts?: CountedPeople;
  role?: PlaceRole;
};

const part = (like: CountedPeople["like"], event?: EventType): MappingField => ({
  group: "parts",
  kind: "count",
  counts: { of: "persons", like, event },
});
const beside = (like: CountedPeople["like"]): MappingField => ({
  group: "parts",
  kind: "count",
  counts: { of: null, like },
});
const code = (
  group: MappingField["group"],
  codes: readonly string[],
  more: Partial<MappingField> = {},
): MappingField => ({ group, kind: "code", codes, fills: true, ...more });

/** Every field a foreign column can go to, in the order in which they are offered. Why these: docs/import.md. */
export const MAPPING_FIELDS = {
  title: { group: "record", kind: "text", many: true, fills: true },
  summary: { group: "record", kind: "text", many: true },
  external_id: { group: "record", kind: "none", many: true },
  reference: { group: "record", kind: "none" },
  left_out: { group: "record", kind: "none", many: true },

  event_type: code("event", EVENT_TYPES, { list: true }),
  modality: code("event", MODALITIES),
  description: { group: "event", kind: "text", many: true },

  date: { group: "date", kind: "date" },
  date_earliest: { group: "date", kind: "date" },
  date_latest: { group: "date", kind: "date" },
  date_text: { group: "date", kind: "text" },
  date_kind: code("date", DATE_KINDS),
  date_year: { group: "date", kind: "number", fills: true },
  date_month: { group: "date", kind: "number" },
  date_day: { group: "date", kind: "number" },

  country: { group: "place", kind: "country", list: true, fills: true, role: "at" },
  province: { group: "place", kind: "place", list: true, fills: true, role: "at" },
  place: { group: "place", kind: "place", list: true, fills: true, role: "at" },
  place_from: { group: "place", kind: "place", list: true, fills: true, role: "from" },
  place_to: { group: "place", kind: "place", list: true, fills: true, role: "to" },

  persons: { group: "people", kind: "count" },
  persons_low: { group: "people", kind: "count" },
  persons_best: { group: "people", kind: "count" },
  persons_high: { group: "people", kind: "count" },
  role: code("people", ROLES),
  nationality: { group: "people", kind: "country", list: true, fills: true },
  sex: code("people", SEXES),
  age_band: code("people", AGE_BANDS),

  female: part({ sex: "female" }),
  male: part({ sex: "male" }),
  minors: part({ ageBand: "0-17" }),
  adults: part({ ageBand: "18+" }),
  persons_arrested: part({}, "arrest"),
  persons_detained: part({}, "detention"),
  persons_deported: part({}, "deportation"),
  persons_released: part({}, "release"),
  persons_died: part({}, "death"),
  persons_disappeared: part({}, "disappearance"),
  persons_survived: part({ label: "survivors" }),
  others_survived: beside({ label: "survivors" }),
  helpers: beside({ role: "helper" }),
  helpers_low: { group: "parts", kind: "count" },
  helpers_best: { group: "parts", kind: "count" },
  helpers_high: { group: "parts", kind: "count" },
  families: {
    group: "parts",
    kind: "count",
    counts: { of: "persons", like: { unit: "family" } },
  },

  status: code("status", STATUSES),
  status_date: { group: "status", kind: "date" },

  source_publisher: { group: "source", kind: "text", list: true, fills: true },
  source_title: { group: "source", kind: "text", list: true, fills: true },
  source_url: { group: "source", kind: "text", list: true, fills: true },
  source_published: { group: "source", kind: "date", fills: true },
  source_kind: code("source", SOURCE_KINDS),
  source_language: { group: "source", kind: "text", fills: true },
  source_reliability: code("source", RELIABILITIES),
  source_access: code("source", ACCESSES),
  quote: { group: "source", kind: "text" },
} as const satisfies Record<string, MappingField>;

export type MappingFieldName = keyof typeof MAPPING_FIELDS;

export const MAPPING_FIELD_NAMES = Object.keys(MAPPING_FIELDS) as MappingFieldName[];

export function isMappingField(name: string): name is MappingFieldName {
  return Object.hasOwn(MAPPING_FIELDS, name);
}

/** As `MAPPING_FIELDS[name]`, without what is particular to one of them. */
export function mappingField(name: MappingFieldName): MappingField {
  return MAPPING_FIELDS[name];
}
