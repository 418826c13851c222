import { createHash } from "node:crypto";
import { InvalidInput } from "../../domain/errors";
import { checkMapping } from "../../domain/import/check-mapping";
import type { ImportItem } from "../../domain/import/import-item";
import { planMapping } from "../../domain/import/mapping-plan";
import type { PlaceIndex } from "../../domain/import/place-index";
import { externalIdOf, readMappedRow, rowKeyOf } from "../../domain/import/read-mapped-row";
import { rowReading } from "../../domain/import/row-reading";
import { seenRows } from "../../domain/import/seen-rows";
import type { TableMapping } from "../../domain/import/table-mapping";
import type { TableReading } from "../../domain/import/table-reading";
import type { ReadRecord } from "../../domain/import/table-record";
import { openTable, type TableBytes } from "./open-table";

/** `record`: the row as it stands, to be mended; null for what is wrong with the first line. */
export type MappedRow = { item: ImportItem; record: ReadRecord | null };

/**
 * The incidents of a table, a row at a time in its order, or what is wrong with each row.
 * 1. A row whose external id another has is refused, `row.id_twice`; rows that say the same without one are several.
 * 2. What is wrong with the headers comes first, and nothing after it.
 * Errors: those of `openTable`; InvalidInput where the mapping cannot read these columns.
 */
export async function* readMappedTable(
  bytes: TableBytes,
  {
    reading,
    mapping,
    places,
  }: { reading: TableReading; mapping: TableMapping; places: PlaceIndex },
): AsyncGenerator<MappedRow> {
  const table = await openTable(bytes, reading);
  if (table.headerFaults.length > 0) {
    yield { item: { what: "faults", faults: table.headerFaults }, record: null };
    return;
  }
  const issues = checkMapping(mapping, table.headers.names, places);
  if (issues.length > 0) throw new InvalidInput(issues);
  const plan = planMapping(mapping, table.headers.names, { places, sha256 });
  const seen = seenRows();
  for await (const record of table.records) {
    if (record.faults.length > 0) {
      yield { item: { what: "faults", faults: record.faults }, record };
      continue;
    }
    const row = rowReading(record, plan);
    const { before, first } = seen(rowKeyOf(row, 1), record.line);
    const id = externalIdOf(row);
    const item = readMappedRow(record, plan, id === null ? before + 1 : 1);
    if (id === null || before === 0) yield { item, record };
    else {
      const column = plan.byField.get("external_id")![0]!.header;
      const issue = {
        path: "external_id",
        code: "row.id_twice",
        values: { value: id.join(", "), first },
      };
      const twice = { file: "", line: record.line, column, issue };
      const others = item.what === "faults" ? item.faults : [];
      yield { item: { what: "faults", faults: [twice, ...others] }, record };
    }
  }
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
