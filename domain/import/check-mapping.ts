import { displayed } from "../form-reading";
import type { Issue } from "../issue";
import { type Source, sourceSchema } from "../source";
import {
  isMappingField,
  MAPPING_FIELD_NAMES,
  MAPPING_FIELDS,
  type MappingFieldName,
  mappingField,
} from "./mapping-fields";
import type { PlaceIndex } from "./place-index";
import { placesNamed } from "./row-places";
import { headersInTitle } from "./row-texts";
import { codeLike } from "./row-values";
import type { TableMapping } from "./table-mapping";
import { dateOrderOf, type TableSurvey } from "./table-survey";

/**
 * Why a table cannot be read by a mapping; every reason, none = it can. `names`: the headers of the table.
 * `survey`: of the whole table; without it nothing is said of the order of dates, and each unclear date is a fault.
 * Issues: `mapping.unknown_field`, `mapping.field_twice`, `mapping.column_missing`, `mapping.separator_not_possible`,
 * `mapping.title_missing`, `mapping.title_unknown_column`, `mapping.event_type_missing`, `mapping.date_order_needed`,
 * `mapping.date_orders_mixed`, `mapping.default_not_possible`, `mapping.nothing_read`, `value.not_in_list`,
 * `place.not_found`.
 */
export function checkMapping(
  mapping: TableMapping,
  names: readonly string[],
  places: PlaceIndex,
  survey: TableSurvey | null = null,
): Issue[] {
  return [
    ...checkColumns(mapping, names),
    ...checkTitle(mapping, names),
    ...checkEvents(mapping),
    ...checkValues(mapping, places),
    ...checkDefaults(mapping, places),
    ...(survey ? checkOrder(mapping, survey) : []),
  ];
}

function checkColumns(mapping: TableMapping, names: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  const there = new Set(names);
  const taken = new Map<string, string>();
  mapping.columns.forEach(({ header, field, separator }, index) => {
    if (field === null) return;
    const path = `columns.${index}`;
    const values = { value: displayed(header), field };
    if (!there.has(header)) issues.push({ path, code: "mapping.column_missing", values });
    if (!isMappingField(field)) {
      const allowed = MAPPING_FIELD_NAMES.join(", ");
      issues.push({ path, code: "mapping.unknown_field", values: { ...values, allowed } });
      return;
    }
    const other = taken.get(field);
    if (other !== undefined && !mappingField(field).many)
      issues.push({ path, code: "mapping.field_twice", values: { ...values, other } });
    taken.set(field, displayed(header));
    if (separator !== "" && !mappingField(field).list)
      issues.push({ path, code: "mapping.separator_not_possible", values });
  });
  if ([...taken.keys()].every((field) => field === "left_out" || field === "external_id"))
    issues.push({ path: "columns", code: "mapping.nothing_read" });
  return issues;
}

const TITLE: MappingFieldName = "title";

function checkTitle(mapping: TableMapping, names: readonly string[]): Issue[] {
  const template = mapping.defaults.title?.trim() ?? "";
  if (template === "" && !isMapped(mapping, ["title"]))
    return [
      { path: "title", code: "mapping.title_missing", values: { example: "{type}, {date}" } },
    ];
  return headersInTitle(template)
    .filter((header) => !names.includes(header))
    .map((header) => ({
      path: `defaults.${TITLE}`,
      code: "mapping.title_unknown_column",
      values: { value: displayed(header) },
    }));
}

/** What makes an event of a row. */
const TELLING = MAPPING_FIELD_NAMES.filter(
  (name) => name === "event_type" || name === "status" || mappingField(name).counts?.event,
);

function checkEvents(mapping: TableMapping): Issue[] {
  const isTold = isMapped(mapping, TELLING) || (mapping.defaults.event_type ?? "") !== "";
  return isTold ? [] : [{ path: "event_type", code: "mapping.event_type_missing" }];
}

function checkValues(mapping: TableMapping, places: PlaceIndex): Issue[] {
  return Object.entries(mapping.values).flatMap(([field, meanings]) => {
    if (!isMappingField(field)) {
      const allowed = MAPPING_FIELD_NAMES.join(", ");
      const values = { value: displayed(field), allowed };
      return [{ path: `values.${field}`, code: "value.not_in_list", values }];
    }
    return Object.entries(meanings).flatMap(([cell, meaning]) =>
      meaning === "" ? [] : checkMeaning(field, `values.${field}.${cell}`, meaning, places),
    );
  });
}

function checkDefaults(mapping: TableMapping, places: PlaceIndex): Issue[] {
  return Object.entries(mapping.defaults).flatMap(([field, text]) => {
    if (text.trim() === "") return [];
    const path = `defaults.${field}`;
    const value = displayed(text);
    if (!isMappingField(field) || !mappingField(field).fills)
      return [{ path, code: "mapping.default_not_possible", values: { value, field } }];
    return [
      ...checkMeaning(field, path, text, places),
      ...checkSourceText(field, path, text),
      ...(field === "date_year" && !/^[1-9]\d{3}$/.test(text.trim())
        ? [{ path, code: "date.unreadable", values: { value } }]
        : []),
    ];
  });
}

function checkMeaning(
  field: MappingFieldName,
  path: string,
  meaning: string,
  places: PlaceIndex,
): Issue[] {
  const { kind, codes } = mappingField(field);
  const value = displayed(meaning);
  if (kind === "code" && codes && !codes.includes(codeLike(meaning).replace(/_\(.*\)$/, "")))
    return [{ path, code: "value.not_in_list", values: { value, allowed: codes.join(", ") } }];
  if (kind !== "place" && kind !== "country") return [];
  const isKnown = places.get(meaning) !== null || placesNamed(places, field, meaning).length === 1;
  return isKnown ? [] : [{ path, code: "place.not_found", values: { value } }];
}

/** The parts of a source that are only text, as the source itself checks them. */
const SOURCE_TEXTS: Partial<
  Record<MappingFieldName, { part: keyof Source; code: string; max: number }>
> = {
  source_publisher: { part: "publisher", code: "text.too_long", max: 300 },
  source_title: { part: "title", code: "text.too_long", max: 500 },
  source_url: { part: "url", code: "source.not_a_web_address", max: 2_000 },
  source_language: { part: "language", code: "source.not_a_language", max: 35 },
};

function checkSourceText(field: MappingFieldName, path: string, text: string): Issue[] {
  const told = SOURCE_TEXTS[field];
  if (!told || sourceSchema.shape[told.part].safeParse(text.trim()).success) return [];
  return [{ path, code: told.code, values: { value: displayed(text), max: told.max } }];
}

function checkOrder(mapping: TableMapping, survey: TableSurvey): Issue[] {
  if (mapping.dateOrder !== null) return [];
  const found = dateOrderOf(survey, dateColumnsOf(mapping));
  if (found.order === "mixed")
    return [{ path: "dateOrder", code: "mapping.date_orders_mixed", values: found.values }];
  if (found.ambiguous === null || found.order !== null) return [];
  return [
    { path: "dateOrder", code: "mapping.date_order_needed", values: { value: found.ambiguous } },
  ];
}

/** The headers of the columns whose cells are dates. */
export function dateColumnsOf(mapping: Pick<TableMapping, "columns">): string[] {
  return mapping.columns.flatMap(({ header, field }) =>
    field !== null && isMappingField(field) && MAPPING_FIELDS[field].kind === "date"
      ? [header]
      : [],
  );
}

function isMapped(mapping: TableMapping, fields: readonly string[]): boolean {
  return mapping.columns.some(({ field }) => field !== null && fields.includes(field));
}
