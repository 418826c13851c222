import type { VocabularyName } from "./vocabularies";

/**
 * What the cells of a column hold. `day`: YYYY-MM-DD. `instant`: ISO 8601 in UTC, to the second. `list`: values joined by "; ".
 * `object`: JSON, texts by name. `json`: any JSON object, as text. `edtf`: a date as EDTF level 1.
 */
export type ColumnType =
  | "text"
  | "whole"
  | "number"
  | "yes_no"
  | "day"
  | "edtf"
  | "instant"
  | "list"
  | "object"
  | "json";

/** The written form that a text must have: a reference of an incident or a source, or an id. */
export type ColumnForm = "incident" | "source" | "id" | "country";

/**
 * One column of a table that the ledger gives out and takes in. `says`: one sentence, as the codebook prints it.
 * `required`: its cells are never empty; else `nullable`: an empty cell is null, and without it the empty text or list.
 * `min`, `max`: inclusive. `maxLength`: characters. `unit`: of a number.
 * `notRead`: its cells are only `checked` against the other columns, or only `told`; an import takes nothing from them.
 * `isInternal`: only those who may log incidents get it.
 */
export type TableColumn = {
  name: string;
  type: ColumnType;
  says: string;
  required?: true;
  nullable?: true;
  vocabulary?: VocabularyName;
  form?: ColumnForm;
  unit?: string;
  min?: number;
  max?: number;
  maxLength?: number;
  notRead?: "checked" | "told";
  isInternal?: true;
};

/** A cell as the program knows it. A list has no null; an object holds texts. */
export type Cell = string | number | boolean | null | readonly string[] | Record<string, string>;

/** One row by the names of its columns; a column that a file lacks is absent. */
export type Cells = Readonly<Record<string, Cell>>;

/**
 * What the columns name in another table. `isOptional`: some rows name nothing.
 * `isOpen`: what they name may be outside of what was given out.
 */
export type ForeignKey = {
  columns: readonly string[];
  table: string;
  references: readonly string[];
  isOptional?: true;
  isOpen?: true;
};

/** One table that the ledger gives out and takes in, as everything that speaks of it needs it. */
export type DataTable = {
  name: string;
  title: string;
  says: string;
  columns: readonly TableColumn[];
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
  isInternal?: true;
};
