import { unguardCell } from "../csv-cell";
import { type Issue, shown } from "../issue";
import { readReference } from "../reference";
import { calendarDay, identifier } from "../text";
import type { Cell, TableColumn } from "./table-column";
import { VOCABULARIES } from "./vocabularies";

/** What a cell says, or what is wrong with it and what is allowed. */
export type CellReading = { cell: Cell } | { issue: Issue };

/**
 * Reads one cell of a file by the column it stands in. Exactly one leading apostrophe is taken off text, as `guardCell`
 * puts it on; numbers never have one. Only where a cell has to be of a form are spaces around it dropped.
 */
export function readCell(column: TableColumn, written: string): CellReading {
  const isNumber = column.type === "whole" || column.type === "number";
  const text = isNumber ? written : unguardCell(written);
  const isFree = column.type === "text" && !column.vocabulary && !column.form;
  const value = isFree ? text : text.trim();
  if (value === "") return readEmpty(column, written);
  const read = READERS[column.type](column, value);
  return "code" in read
    ? {
        issue: {
          path: column.name,
          code: read.code,
          values: { value: shown(written), ...read.values },
        },
      }
    : read;
}

/** What an empty cell, or a column that is not there, means. */
export function emptyCell({ type, nullable }: TableColumn): Cell {
  if (nullable) return null;
  if (type === "list") return [];
  if (type === "object") return {};
  if (type === "yes_no") return false;
  return type === "text" || type === "json" ? "" : null;
}

/** A cell to go on with where the written one is wrong, so that the rest of the row is still checked. */
export function neutralCell(column: TableColumn): Cell {
  const codes = column.vocabulary && VOCABULARIES[column.vocabulary].codes;
  if (!column.required || !codes) return emptyCell(column);
  return codes.at(-1)!;
}

function readEmpty(column: TableColumn, written: string): CellReading {
  if (!column.required) return { cell: emptyCell(column) };
  const values = { value: shown(written), column: column.name };
  return { issue: { path: column.name, code: "cell.needed", values } };
}

type Wrong = { code: string; values?: Record<string, string | number> };
type Reader = (column: TableColumn, value: string) => { cell: Cell } | Wrong;

const READERS: Record<TableColumn["type"], Reader> = {
  text: readText,
  whole: readWhole,
  number: readNumber,
  yes_no(_column, value) {
    const lower = value.toLowerCase();
    if (lower === "true" || lower === "1") return { cell: true };
    return lower === "false" || lower === "0" ? { cell: false } : { code: "cell.not_yes_or_no" };
  },
  day: (_column, value) =>
    calendarDay.safeParse(value).success ? { cell: value } : { code: "cell.not_a_day" },
  // Only compared with what the other columns say.
  edtf: (_column, value) => ({ cell: value }),
  // Never read.
  instant: (_column, value) => ({ cell: value }),
  list: readList,
  object: readObject,
  json: (_column, value) => (isObject(value) ? { cell: value } : { code: "cell.not_json" }),
};

function readText({ vocabulary, form }: TableColumn, value: string): ReturnType<Reader> {
  if (vocabulary) return readCode(VOCABULARIES[vocabulary].codes, value);
  if (form === "incident" || form === "source") return readRef(form, value);
  if (form === "country")
    return /^[A-Z]{2}$/.test(value) ? { cell: value } : { code: "cell.not_a_country" };
  if (form === "id" && !identifier.safeParse(value).success) return { code: "cell.not_an_id" };
  return { cell: value };
}

function readRef(form: "incident" | "source", value: string): ReturnType<Reader> {
  const ref = readReference(form === "incident" ? "INC" : "SRC", value);
  if (ref !== null) return { cell: ref };
  return { code: form === "incident" ? "cell.not_an_incident" : "cell.not_a_source" };
}

function readCode(codes: readonly (string | number)[], value: string): ReturnType<Reader> {
  const code = codes.find((known) => String(known) === value);
  return code === undefined
    ? { code: "value.not_in_list", values: { allowed: codes.join(", ") } }
    : { cell: code };
}

function readWhole(column: TableColumn, value: string): ReturnType<Reader> {
  if (column.vocabulary) return readCode(VOCABULARIES[column.vocabulary].codes, value);
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = column;
  const number = /^[+-]?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  return number >= min && number <= max
    ? { cell: number }
    : { code: "cell.not_a_whole_number", values: { min, max } };
}

function readNumber({ min = -1e15, max = 1e15 }: TableColumn, value: string): ReturnType<Reader> {
  const isNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(value);
  const number = isNumber ? Number(value) : Number.NaN;
  return number >= min && number <= max
    ? { cell: number }
    : { code: "cell.not_a_number", values: { min, max } };
}

function readList(column: TableColumn, value: string): ReturnType<Reader> {
  const read: string[] = [];
  for (const part of value.split(";").map((one) => one.trim())) {
    if (part === "") continue;
    const one = readText(column, part);
    if ("code" in one) return { ...one, values: { value: shown(part), ...one.values } };
    read.push(one.cell as string);
  }
  return { cell: [...new Set(read)] };
}

function isObject(value: string): boolean {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === "object" && read !== null && !Array.isArray(read);
  } catch {
    return false;
  }
}

function readObject(_column: TableColumn, value: string): ReturnType<Reader> {
  try {
    const read: unknown = JSON.parse(value);
    const isOfTexts =
      typeof read === "object" &&
      read !== null &&
      !Array.isArray(read) &&
      Object.values(read).every((one) => typeof one === "string");
    return isOfTexts ? { cell: read as Record<string, string> } : { code: "cell.not_an_object" };
  } catch {
    return { code: "cell.not_an_object" };
  }
}
