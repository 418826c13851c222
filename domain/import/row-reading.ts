import { unguardCell } from "../csv-cell";
import { displayed } from "../form-reading";
import type { Issue } from "../issue";
import type { ImportFault } from "./import-item";
import type { MappingFieldName } from "./mapping-fields";
import { asMissing, type MappingPlan, type PlannedColumn } from "./mapping-plan";
import type { TableRecord } from "./table-record";

/** A row while it is read: what is wrong with it, and the columns whose cells stay with the record as they are. */
export type RowReading = {
  plan: MappingPlan;
  record: TableRecord;
  faults: ImportFault[];
  kept: Set<number>;
};

/** A cell that says something. `text` is trimmed. */
export type FilledCell = { column: PlannedColumn; text: string };

export function rowReading(record: TableRecord, plan: MappingPlan): RowReading {
  const cells = plan.mapping.guarded ? record.cells.map(unguardCell) : record.cells;
  const kept = plan.columns.filter(({ field }) => field === null || field === "external_id");
  return {
    plan,
    record: { ...record, cells },
    faults: [],
    kept: new Set(kept.map(({ at }) => at)),
  };
}

/** The cells of a field's columns that say something, in the order of the file. */
export function filledCells(row: RowReading, field: MappingFieldName): FilledCell[] {
  return (row.plan.byField.get(field) ?? []).flatMap((column) => {
    const text = (row.record.cells[column.at] ?? "").normalize("NFC").trim();
    return saysNothing(row.plan, field, text) ? [] : [{ column, text }];
  });
}

/** The values in a cell, parted where the mapping says so. `isWhole`: none of them says that nothing is known. */
export function partedValues(
  { plan }: RowReading,
  field: MappingFieldName,
  { column, text }: FilledCell,
): { values: string[]; isWhole: boolean } {
  if (column.separator === "" || decisionOn(plan, field, text) !== null)
    return { values: [text], isWhole: true };
  const parts = text.split(column.separator).map((part) => part.trim());
  const values = parts.filter((part) => !saysNothing(plan, field, part));
  return { values: [...new Set(values)], isWhole: values.length === parts.length };
}

/** What the mapping says a value means; null where it says nothing. */
export function decisionOn(
  { mapping }: MappingPlan,
  field: MappingFieldName,
  text: string,
): string | null {
  const decided = mapping.values[field];
  return decided && Object.hasOwn(decided, text) ? decided[text]! : null;
}

/** What a row has that says nothing in this field itself; "" = nothing. */
export function defaultOf({ mapping }: MappingPlan, field: MappingFieldName): string {
  return Object.hasOwn(mapping.defaults, field) ? mapping.defaults[field]!.trim() : "";
}

export function refuseCell(row: RowReading, { column, text }: FilledCell, issue: Issue): void {
  const values = { ...issue.values, value: displayed(text) };
  row.faults.push({
    file: "",
    line: row.record.line,
    column: column.header,
    issue: { ...issue, values },
  });
}

/** The cell comes out again as it is: no field holds its own words. */
export function keepCell(row: RowReading, { column }: FilledCell): void {
  row.kept.add(column.at);
}

/** A cell that the mapping gives a meaning means that, even where it is written like one that means nothing. */
function saysNothing(plan: MappingPlan, field: MappingFieldName, text: string): boolean {
  return plan.missing.has(asMissing(text)) && decisionOn(plan, field, text) === null;
}
