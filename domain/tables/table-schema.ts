import { DEFAULT_CSV_COLUMNS } from "../incident-csv-columns";
import { CASE_SUMMARY_COLUMNS } from "./case-summary-columns";
import { columnsFor, type TableName, tableNamed } from "./data-tables";
import type { TableColumn } from "./table-column";
import { VOCABULARIES } from "./vocabularies";

/** A table as Frictionless Table Schema 1 describes it. */
export type TableSchema = {
  fields: Record<string, unknown>[];
  missingValues: string[];
  primaryKey: readonly string[];
  foreignKeys?: {
    fields: readonly string[];
    reference: { resource: string; fields: readonly string[] };
  }[];
};

/**
 * The schema of a table as it is written, guard against formulas and all: text may be one apostrophe longer.
 * `names`: the tables that are given out with it. Of foreign keys only those of which every row has one, since programs
 * differ on keys that are partly empty; what the others name is said in the descriptions of their columns.
 */
export function tableSchema(
  name: TableName,
  isInternal: boolean,
  names: readonly TableName[],
): TableSchema {
  const { primaryKey, foreignKeys } = tableNamed(name);
  const keys = foreignKeys
    .filter(({ table, isOptional }) => !isOptional && names.includes(table as TableName))
    .map(({ columns, table, references }) => ({
      fields: columns,
      // An empty name is the table itself.
      reference: { resource: table === name ? "" : table, fields: references },
    }));
  return {
    fields: columnsFor(name, isInternal).map((column) => field(column, primaryKey)),
    missingValues: [""],
    primaryKey,
    ...(keys.length > 0 && { foreignKeys: keys }),
  };
}

/** The schema of the case summary with its usual columns. */
export function summarySchema(): TableSchema {
  return {
    fields: DEFAULT_CSV_COLUMNS.map((name) => ({
      name,
      type: WHOLE.test(name) ? "integer" : "string",
      description: CASE_SUMMARY_COLUMNS[name],
      constraints: { required: name === "reference" },
    })),
    missingValues: [""],
    primaryKey: ["reference"],
    foreignKeys: [
      { fields: ["reference"], reference: { resource: "incidents", fields: ["reference"] } },
    ],
  };
}

const WHOLE = /^((persons|helpers)_(low|best|high)|date_precision|sources|independent_sources)$/;

const TYPES = {
  text: "string",
  whole: "integer",
  number: "number",
  yes_no: "boolean",
  day: "date",
  edtf: "string",
  instant: "datetime",
  list: "string",
  object: "object",
  json: "object",
} as const satisfies Record<TableColumn["type"], string>;

function field(column: TableColumn, primaryKey: readonly string[]): Record<string, unknown> {
  const { name, type, says, unit } = column;
  return {
    name,
    type: TYPES[type],
    description: unit === undefined ? says : `${says} Unit: ${unit}.`,
    ...(type === "yes_no" && { trueValues: ["true"], falseValues: ["false"] }),
    constraints: {
      required: column.required === true,
      ...(primaryKey.length === 1 && primaryKey[0] === name && { unique: true }),
      ...(column.min !== undefined && { minimum: column.min }),
      ...(column.max !== undefined && { maximum: column.max }),
      ...(column.maxLength !== undefined && { maxLength: column.maxLength + 1 }),
      ...allowed(column),
    },
  };
}

function allowed({ type, form, vocabulary }: TableColumn): Record<string, unknown> {
  const codes = vocabulary && VOCABULARIES[vocabulary].codes;
  if (type === "list") {
    const one = codes ? `(${codes.join("|")})` : PATTERNS[form ?? "id"];
    return { pattern: `^${one}(; ${one})*$` };
  }
  if (codes) return { enum: codes };
  return form ? { pattern: `^${PATTERNS[form]}$` } : {};
}

const REFERENCE = "[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}";
const PATTERNS = {
  incident: `INC-${REFERENCE}`,
  source: `SRC-${REFERENCE}`,
  id: "[A-Za-z0-9_./:'()-]{1,201}",
  country: "[A-Z]{2}",
} as const;
