import { normaliseText } from "../search-text";
import { dateColumnsOf } from "./check-mapping";
import { suggestCode } from "./code-words";
import { HEADER_WORDS } from "./header-words";
import {
  isMappingField,
  MAPPING_FIELD_NAMES,
  type MappingFieldName,
  mappingField,
} from "./mapping-fields";
import { asMissing } from "./mapping-plan";
import type { PlaceIndex } from "./place-index";
import { readTableCount } from "./read-table-count";
import { isAmbiguousDate, readTableDate } from "./read-table-date";
import { placesNamed } from "./row-places";
import { DEFAULT_MISSING, type TableMapping, tableMappingSchema } from "./table-mapping";
import { type ColumnSurvey, dateOrderOf, type TableSurvey } from "./table-survey";

/**
 * How a table that nobody has mapped yet is likely to be read, to be looked at and changed.
 * 1. A column goes where its header says, if most of its cells can be read so; the closer header first.
 * 2. Else its cells say: web addresses, dates and countries are what they look like.
 * 3. What seems to name or number people is left out. Everything else is kept.
 * 4. Codes that words are likely to mean are filled in; the order of dates only where the file proves it.
 */
export function suggestMapping(survey: TableSurvey, places: PlaceIndex): TableMapping {
  const missing = new Set(["", ...DEFAULT_MISSING].map(asMissing));
  const fields = new Map<string, MappingFieldName>();
  const isFree = (field: MappingFieldName) =>
    mappingField(field).many === true || ![...fields.values()].includes(field);
  const candidates = survey.columns.flatMap((column) =>
    fieldsNamed(column.header).map((named) => ({ column, ...named })),
  );
  for (const { column, field } of candidates.toSorted((a, b) => b.closeness - a.closeness)) {
    if (fields.has(column.header) || !isFree(field)) continue;
    if (canBe(column, field, places, missing)) fields.set(column.header, field);
    // Places the gazetteer does not know are still worth reading.
    else if (field === "place") fields.set(column.header, "description");
  }
  if ([...fields.values()].some((field) => field === "date" || field === "date_earliest"))
    for (const [header, field] of fields) if (DATE_PARTS.includes(field)) fields.delete(header);
  for (const column of survey.columns) {
    if (fields.has(column.header)) continue;
    const looks = LOOKS.find(
      (field) => isFree(field) && canBe(column, field, places, missing, 0.9),
    );
    if (looks) fields.set(column.header, looks);
  }
  const columns = survey.columns.map((column) => {
    const field = fields.get(column.header) ?? null;
    const separator = field === null ? "" : separatorOf(column, field, places, missing);
    return { header: column.header, field, separator };
  });
  const { order } = dateOrderOf(survey, dateColumnsOf({ columns }));
  return tableMappingSchema.parse({
    columns,
    values: suggestedCodes(survey, fields, missing),
    defaults: suggestedTitle(fields),
    dateOrder: order === "mixed" ? null : order,
  });
}

const DATE_PARTS: MappingFieldName[] = ["date_year", "date_month", "date_day"];
const LOOKS: MappingFieldName[] = ["source_url", "date", "country"];

/** 3 = the header is just that word, 2 = it begins or ends with it, 1 = the word is somewhere in it. */
function fieldsNamed(header: string): { field: MappingFieldName; closeness: number }[] {
  const name = normaliseText(header);
  return MAPPING_FIELD_NAMES.flatMap((field) => {
    const best = Math.max(
      ...[field.replaceAll("_", " "), ...(HEADER_WORDS[field] ?? [])].map((word) =>
        closenessOf(name, normaliseText(word)),
      ),
      0,
    );
    return best > 0 ? [{ field, closeness: best }] : [];
  });
}

/** Longer words are closer, so that "country of origin" is not a country. */
function closenessOf(name: string, word: string): number {
  if (name === word) return 1_000 + word.length;
  // Names of people stand in no column that only has the word in its header, such as "name of prison".
  if (word === "name" || word === "names" || word.length < 3) return 0;
  const [padded, wanted] = [` ${name} `, ` ${word} `];
  if (!padded.includes(wanted)) return 0;
  return (padded.startsWith(wanted) || padded.endsWith(wanted) ? 100 : 50) + word.length;
}

/** Whether most of the cells that say something can be read as the field. */
function canBe(
  column: ColumnSurvey,
  field: MappingFieldName,
  places: PlaceIndex,
  missing: ReadonlySet<string>,
  share = 0.7,
): boolean {
  const values = [...column.values.keys()].filter((value) => !missing.has(asMissing(value)));
  const test = TESTS[field] ?? TESTS[mappingField(field).kind];
  if (!test) return true;
  if (values.length === 0) return share < 0.9;
  return values.filter((value) => test(value, field, places)).length >= values.length * share;
}

type Test = (value: string, field: MappingFieldName, places: PlaceIndex) => boolean;

const TESTS: Record<string, Test> = {
  count: (value) => readTableCount(value).issues.length === 0,
  number: (value) => /^\d{1,4}(\.0)?$|^\p{L}+$/u.test(value),
  date: (value) => isAmbiguousDate(value) || readTableDate(value, null).date !== null,
  country: (value, field, places) =>
    value.split(/[;,|]/).some((part) => placesNamed(places, field, part.trim()).length > 0),
  place: (value, field, places) => placesNamed(places, field, value).length > 0,
  source_url: (value) => /^https?:\/\//i.test(value),
  sex: (value, field) => suggestCode(field, value) !== null,
  age_band: (value, field) => /^\d{1,3}$/.test(value) || suggestCode(field, value) !== null,
  event_type: (value, field) => suggestCode(field, value) !== null,
  modality: (value, field) => suggestCode(field, value) !== null,
  role: (value, field) => suggestCode(field, value) !== null,
  status: (value, field) => suggestCode(field, value) !== null,
};

/** What parts lists of codes or places: cells that say nothing as a whole say something in parts. */
function separatorOf(
  { values }: ColumnSurvey,
  field: MappingFieldName,
  places: PlaceIndex,
  missing: ReadonlySet<string>,
): string {
  const test = TESTS[field] ?? TESTS[mappingField(field).kind];
  if (!test || !mappingField(field).list || mappingField(field).kind === "text") return "";
  const says = (value: string) =>
    missing.has(asMissing(value)) || isNamed(test, value, field, places);
  const open = [...values.keys()].filter((value) => !says(value));
  const found = [";", ",", "|"].find((separator) => {
    const lists = open.filter((value) => value.includes(separator));
    const read = lists.filter((value) => value.split(separator).every((part) => says(part.trim())));
    return read.length > 0 && read.length >= lists.length / 3;
  });
  return found ?? "";
}

function isNamed(test: Test, value: string, field: MappingFieldName, places: PlaceIndex): boolean {
  return mappingField(field).kind === "country"
    ? placesNamed(places, field, value).length > 0
    : test(value, field, places);
}

function suggestedCodes(
  survey: TableSurvey,
  fields: ReadonlyMap<string, MappingFieldName>,
  missing: ReadonlySet<string>,
): TableMapping["values"] {
  const values: TableMapping["values"] = {};
  for (const { header, values: cells } of survey.columns) {
    const field = fields.get(header);
    if (!field || !isMappingField(field) || mappingField(field).kind !== "code") continue;
    const { codes = [] } = mappingField(field);
    const meanings = [...cells.keys()].flatMap((cell) => {
      const code = missing.has(asMissing(cell)) ? null : suggestCode(field, cell);
      // What is the code itself needs no decision.
      return code === null || codes.includes(cell) ? [] : [[cell, code] as const];
    });
    if (meanings.length > 0) values[field] = Object.fromEntries(meanings);
  }
  return values;
}

/** A title that names what happened, where and when, as far as there are columns for it. */
function suggestedTitle(fields: ReadonlyMap<string, MappingFieldName>): Record<string, string> {
  const of = (wanted: readonly MappingFieldName[]) =>
    [...fields].find(([, field]) => wanted.includes(field))?.[0];
  if (of(["title"])) return {};
  const named = [
    of(["event_type", "description"]),
    of(["place", "province", "country"]),
    of(["date", "date_earliest", "date_year"]),
  ];
  const parts = named.flatMap((header) =>
    header === undefined || /[{},]/.test(header) ? [] : [`{${header}}`],
  );
  return parts.length === 0 ? {} : { title: parts.join(", ") };
}
