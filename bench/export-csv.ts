import { csvLines } from "../adapters/csv-writer";
import { exportIncidents } from "../db/queries/export-incidents";
import { csvRecord, DEFAULT_CSV_COLUMNS } from "../domain/incident-csv-columns";
import type { IncidentFilter } from "../domain/incident-filter";
import { DEFAULT_SORT } from "../domain/incident-sort";
import type { Bench } from "./measure";
import { READER } from "./people";

/** A CSV of all that a filter asks for, made as the program makes it and thrown away; returns how many rows. */
export async function exportCsv(
  { store }: Bench,
  filter: IncidentFilter,
  signal?: AbortSignal,
): Promise<number> {
  const say = (key: string) => key;
  const batches = exportIncidents(store, READER, { filter, sort: DEFAULT_SORT });
  let count = 0;
  for await (const rows of batches) {
    const context = { say, today: "2026-07-01" };
    csvLines(rows.map((row) => csvRecord(row, DEFAULT_CSV_COLUMNS, context)));
    count += rows.length;
    // Leaving the loop ends the generator, and with it the snapshot.
    if (signal?.aborted) break;
  }
  return count;
}
