import { suggestCode } from "./code-words";
import { isMappingField, type MappingFieldName, mappingField } from "./mapping-fields";
import { asMissing } from "./mapping-plan";
import type { PlaceIndex } from "./place-index";
import { placesNamed } from "./row-places";
import { codeLike } from "./row-values";
import type { TableMapping } from "./table-mapping";
import type { ColumnSurvey, TableSurvey } from "./table-survey";

/**
 * A value whose meaning somebody has to say: a code, a place, or that it is neither. `rows`: how many cells are just
 * that, or have it in a list. `suggestions`: the likelier first; `label` is empty for a code.
 */
export type UndecidedValue = {
  field: MappingFieldName;
  header: string;
  value: string;
  rows: number;
  suggestions: { value: string; label: string }[];
};

const MAX_SUGGESTIONS = 5;

/**
 * What the columns for codes and places have that the mapping does not say the meaning of, the commonest first.
 * `isCut`: a column has more different values than a survey remembers; what is not listed is a fault of its row.
 */
export function undecidedValues(
  survey: TableSurvey,
  mapping: TableMapping,
  places: PlaceIndex,
): { values: UndecidedValue[]; isCut: boolean } {
  const missing = new Set(["", ...mapping.missing].map(asMissing));
  let isCut = false;
  const values = mapping.columns.flatMap(({ header, field, separator }) => {
    const column = survey.columns.find((one) => one.header === header);
    if (!column || field === null || !isMappingField(field)) return [];
    const { kind } = mappingField(field);
    if (kind !== "code" && kind !== "country" && kind !== "place") return [];
    isCut ||= column.isCut;
    const decided = mapping.values[field] ?? {};
    return [...countParts(column, separator, decided)].flatMap(([value, rows]) => {
      if (Object.hasOwn(decided, value)) return [];
      const isMissing = missing.has(asMissing(value));
      const open = isMissing
        ? hiddenCountry(column, field, value, places)
        : suggestionsFor(field, value, mapping, places);
      return open === null
        ? []
        : [{ field, header, value, rows, suggestions: open.slice(0, MAX_SUGGESTIONS) }];
    });
  });
  return { values: values.sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1)), isCut };
}

function countParts(
  { values }: ColumnSurvey,
  separator: string,
  decided: Record<string, string>,
): Map<string, number> {
  const counted = new Map<string, number>();
  for (const [cell, rows] of values) {
    const isWhole = separator === "" || Object.hasOwn(decided, cell);
    for (const part of isWhole ? [cell] : cell.split(separator).map((text) => text.trim()))
      counted.set(part, (counted.get(part) ?? 0) + rows);
  }
  return counted;
}

/** Null where the value can be read as it is. */
function suggestionsFor(
  field: MappingFieldName,
  value: string,
  mapping: TableMapping,
  places: PlaceIndex,
): UndecidedValue["suggestions"] | null {
  const { kind, codes = [] } = mappingField(field);
  if (kind === "code") {
    if (codes.includes(codeLike(value).replace(/_\(.*\)$/, ""))) return null;
    if (field === "age_band" && /^\d{1,3}$/.test(value)) return null;
    const likely = suggestCode(field, value);
    return likely === null ? [] : [{ value: likely, label: "" }];
  }
  const found = placesNamed(places, field, value);
  if (found.length === 1 || (found.length > 1 && hasCountry(mapping, field))) return null;
  const near =
    found.length > 1
      ? found
      : places.near(value).filter(({ id }) => placesNamed(places, field, id).length > 0);
  return near.map(({ id, label }) => ({ value: id, label }));
}

/** Whether a row tells namesakes apart by its country. */
function hasCountry(mapping: TableMapping, field: MappingFieldName): boolean {
  if (field !== "place" && field !== "province") return false;
  const around = ["country", "province"].filter((other) => other !== field);
  return (
    mapping.columns.some((column) => column.field !== null && around.includes(column.field)) ||
    around.some((other) => (mapping.defaults[other] ?? "") !== "")
  );
}

/** "NA" among codes of countries may be Namibia: that is not for the program to say. */
function hiddenCountry(
  { values }: ColumnSurvey,
  field: MappingFieldName,
  value: string,
  places: PlaceIndex,
): UndecidedValue["suggestions"] | null {
  if (mappingField(field).kind !== "country" || !/^[A-Z]{2}$/.test(value)) return null;
  const cells = [...values.keys()];
  const place = places.get(value);
  const isCoded = cells.filter((cell) => /^[A-Z]{2}$/.test(cell)).length >= cells.length * 0.8;
  return place && isCoded && cells.length > 1 ? [{ value: place.id, label: place.label }] : null;
}
