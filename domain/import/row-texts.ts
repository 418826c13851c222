import type { MappingFieldName } from "./mapping-fields";
import {
  defaultOf,
  type FilledCell,
  filledCells,
  keepCell,
  type RowReading,
  refuseCell,
} from "./row-reading";

/**
 * The words of a field's columns. A single column gives its cell; of several each stands in a line of its own behind
 * its header, and so do the words of `others`. Issue: `text.too_long`, in the column of the longest cell.
 */
export function readWords(
  row: RowReading,
  field: MappingFieldName,
  max: number,
  others: readonly FilledCell[] = [],
): string {
  const cells = [...filledCells(row, field), ...others];
  const isAlone = (row.plan.byField.get(field)?.length ?? 0) === 1 && others.length === 0;
  const words = isAlone
    ? (cells[0]?.text ?? "")
    : cells.map(({ column, text }) => `${column.header}: ${text}`).join("\n");
  const [longest] = cells.toSorted((a, b) => b.text.length - a.text.length);
  if (words.length > max && longest)
    refuseCell(row, longest, { path: field, code: "text.too_long", values: { max } });
  return words;
}

const MAX_TITLE = 300;

/**
 * The title of a row: its columns, joined by commas, else the default with the cells it names, as in
 * "{type}, {place}, {date}". What stands between two commas goes with the cells in it. A title that is too long ends in
 * an ellipsis, and its cells are kept. Issue: `text.required`.
 */
export function readTitle(row: RowReading): string {
  const cells = filledCells(row, "title");
  const title =
    cells.length > 0
      ? cells.map(({ text }) => text).join(", ")
      : fillTemplate(row, defaultOf(row.plan, "title"));
  if (title === "") {
    const column = row.plan.byField.get("title")?.[0];
    row.faults.push({
      file: "",
      line: row.record.line,
      column: column?.header ?? "",
      issue: { path: "title", code: "text.required", values: { value: "" } },
    });
  }
  if (title.length <= MAX_TITLE) return title;
  for (const cell of cells) keepCell(row, cell);
  return `${title.slice(0, MAX_TITLE - 1).toWellFormed()}…`;
}

/** The headers a title names. */
export function headersInTitle(template: string): string[] {
  return [...template.matchAll(NAMED)].map(([, header = ""]) => header.trim());
}

const NAMED = /\{([^{}]+)\}/g;

function fillTemplate(row: RowReading, template: string): string {
  const parts = template.split(/,\s*/).map((part) => {
    let isEmpty = false;
    const filled = part.replace(NAMED, (_, header: string) => {
      const text = cellNamed(row, header.trim());
      isEmpty ||= text === "";
      return text;
    });
    return isEmpty ? "" : filled.trim();
  });
  return parts.filter((part) => part !== "").join(", ");
}

function cellNamed({ plan, record }: RowReading, header: string): string {
  const column = plan.columns.find((one) => one.header === header);
  if (!column || column.field === "left_out") return "";
  const text = (record.cells[column.at] ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
  return plan.missing.has(text.normalize("NFKC").toLowerCase()) ? "" : text;
}
