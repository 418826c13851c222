import { type CountRange, isUnknownCount, orderFaults, unknownCount } from "../count-range";
import type { PartialDate } from "../partial-date";
import { type MappingFieldName, mappingField } from "./mapping-fields";
import { readTableCount } from "./read-table-count";
import { readTableDate } from "./read-table-date";
import {
  decisionOn,
  defaultOf,
  type FilledCell,
  filledCells,
  keepCell,
  partedValues,
  type RowReading,
  refuseCell,
} from "./row-reading";

/**
 * The codes in the cells of a field, else its default. A cell means what the mapping says, else the code it is,
 * in either case. Issue: `value.not_in_list`.
 */
export function readCodes<Code extends string>(
  row: RowReading,
  field: MappingFieldName,
  codes: readonly Code[],
): Code[] {
  const cells = filledCells(row, field);
  const read = cells.flatMap((cell) => {
    const { values } = partedValues(row, field, cell);
    return values.flatMap((text) => readCode(row, field, { ...cell, text }, codes) ?? []);
  });
  if (cells.length > 0) return [...new Set(read)];
  return codes.filter((code) => code === defaultOf(row.plan, field));
}

/** The first of `readCodes`; null where there is none. */
export function readOneCode<Code extends string>(
  row: RowReading,
  field: MappingFieldName,
  codes: readonly Code[],
): Code | null {
  return readCodes(row, field, codes)[0] ?? null;
}

function readCode<Code extends string>(
  row: RowReading,
  field: MappingFieldName,
  cell: FilledCell,
  codes: readonly Code[],
): Code | null {
  const decided = decisionOn(row.plan, field, cell.text);
  if (decided !== null) keepCell(row, cell);
  if (decided === "") return null;
  const wanted = codeLike(decided ?? (field === "age_band" ? ageBandOf(cell.text) : cell.text));
  const code = codes.find((known) => known === wanted);
  if (code === undefined)
    refuseCell(row, cell, {
      path: field,
      code: "value.not_in_list",
      values: { allowed: (mappingField(field).codes ?? codes).join(", ") },
    });
  return code ?? null;
}

/** An age in years as its band: nothing finer is stored. */
function ageBandOf(text: string): string {
  if (!/^\d{1,3}(\.0)?$/.test(text)) return text;
  const age = Number(text);
  return age < 5 ? "0-4" : age < 12 ? "5-11" : age < 18 ? "12-17" : age < 60 ? "18-59" : "60+";
}

/** "Death in custody" as the code it is. */
export function codeLike(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[ -]+/g, (gap) => (gap === "-" ? "-" : "_"));
}

/** The date in a field's cell; null where it has none, or one that is refused. */
export function readDateField(
  row: RowReading,
  field: MappingFieldName,
  published: PartialDate | null = null,
): PartialDate | null {
  const [cell] = filledCells(row, field);
  const text = cell?.text ?? defaultOf(row.plan, field);
  if (text === "") return null;
  const { date, issues } = readTableDate(text, row.plan.mapping.dateOrder, published);
  if (cell) for (const issue of issues) refuseCell(row, cell, { ...issue, path: field });
  return date;
}

/** What a column counts. `cell` is null where it says nothing; words without a number are kept, as is a decided cell. */
export function readCountField(
  row: RowReading,
  field: MappingFieldName,
): { count: CountRange; cell: FilledCell | null } {
  const [cell = null] = filledCells(row, field);
  if (!cell) return { count: unknownCount, cell };
  const decided = decisionOn(row.plan, field, cell.text);
  if (decided !== null) keepCell(row, cell);
  if (decided === "") return { count: unknownCount, cell: null };
  const { count, issues } = readTableCount(decided ?? cell.text);
  for (const issue of issues) refuseCell(row, cell, { ...issue, path: field });
  if (issues.length === 0 && isUnknownCount(count)) keepCell(row, cell);
  return { count, cell: NOT_KNOWN.test(cell.text) ? null : cell };
}

const NOT_KNOWN = /^(?:-|\?|n\/a|unknown|not known)$/i;

/** A count with its bounds in columns of their own; they go before what the count itself says of them. */
export function readCountWithBounds(
  row: RowReading,
  field: "persons" | "helpers",
): { count: CountRange; cell: FilledCell | null } {
  const whole = readCountField(row, field);
  const bounds = (["low", "best", "high"] as const).map((bound) => ({
    bound,
    ...readCountField(row, `${field}_${bound}`),
  }));
  const given = bounds.filter(({ count, cell }) => cell !== null && !isUnknownCount(count));
  if (given.length === 0) {
    return {
      count: whole.count,
      cell: whole.cell ?? bounds.find(({ cell }) => cell)?.cell ?? null,
    };
  }
  const figure = (count: CountRange) => count.best ?? count.low ?? count.high;
  const count = { ...unknownCount, best: whole.count.best };
  for (const { bound, count: read } of given) count[bound] = figure(read);
  const { cell } = given[0]!;
  for (const { code, values } of orderFaults(count))
    refuseCell(row, cell!, { path: field, code, values });
  return { count, cell };
}
