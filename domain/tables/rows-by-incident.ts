import type { ImportFault, TableRow } from "../import/import-item";
import { seenRows } from "../import/seen-rows";
import { shown } from "../issue";
import { readHeading } from "./read-heading";
import { readRows } from "./read-rows";
import type { TableFile } from "./table-file";

/** The rows of one file by the incidents they belong to; to be asked in the order of the spine, once each. */
export type RowsByIncident = {
  take(ref: string): Promise<TableRow[]>;
  close(): Promise<void>;
};

/**
 * Reads a file through once, to know in which order its incidents come, and then along with what asks for them.
 * `spine`: the references of all incidents with their places in the order; `mayAdd`: those of this file are added.
 * `identity`: hexadecimal digits that only one row of the file may have. `faults`: of the heading, of rows of incidents
 * that are not in the spine, and of rows that stand there a second time.
 */
export async function rowsByIncident(
  file: TableFile,
  key: string,
  spine: Map<string, number>,
  mayAdd: boolean,
  identity: ((row: TableRow) => string) | null = null,
): Promise<{ rows: RowsByIncident; faults: ImportFault[] }> {
  const heading = readHeading(file);
  const faults = [...heading.faults];
  const refOf = ({ cells }: TableRow) => String(cells[key] ?? "");
  const isIncident = file.table === "incidents";
  const lines = new Map<string, number>();
  let at = -1;
  let isInOrder = true;
  const seen = seenRows();
  const again = new Set<number>();
  const fault = ({ line, faults: ofRow }: TableRow, code: string, value: string, more: object) =>
    faults.push(...ofRow, {
      file: file.file,
      line,
      column: key,
      issue: { path: key, code, values: { value: shown(value), ...more } },
    });
  const isTaken = (row: TableRow) =>
    spine.has(refOf(row)) &&
    !again.has(row.line) &&
    (!isIncident || lines.get(refOf(row)) === row.line);

  for await (const rows of readRows(file, heading))
    for (const row of rows) {
      const ref = refOf(row);
      if (ref === "") {
        faults.push(...row.faults);
        continue;
      }
      if (isIncident && lines.has(ref)) fault(row, "row.twice", ref, { line: lines.get(ref) });
      else if (isIncident) lines.set(ref, row.line);
      if (mayAdd && !spine.has(ref)) spine.set(ref, spine.size);
      const place = spine.get(ref);
      if (place === undefined) {
        fault(row, "row.no_such", ref, { table: "incidents" });
        continue;
      }
      if (identity && row.faults.length === 0) {
        const { before, first } = seen(identity(row), row.line);
        if (before > 0) {
          again.add(row.line);
          fault(row, "row.twice", ref, { line: first });
        }
      }
      isInOrder &&= place >= at;
      at = place;
    }
  const taken = () => takenRows(file, heading, isTaken);
  return { rows: isInOrder ? alongside(taken(), refOf) : await held(taken(), refOf), faults };
}

async function* takenRows(
  file: TableFile,
  heading: ReturnType<typeof readHeading>,
  isTaken: (row: TableRow) => boolean,
): AsyncGenerator<TableRow[]> {
  for await (const rows of readRows(file, heading)) yield rows.filter(isTaken);
}

function alongside(
  batches: AsyncGenerator<TableRow[]>,
  refOf: (row: TableRow) => string,
): RowsByIncident {
  let batch: TableRow[] = [];
  let next = 0;
  let isDone = false;
  return {
    async take(ref) {
      const found: TableRow[] = [];
      for (;;) {
        while (next < batch.length && refOf(batch[next]!) === ref) found.push(batch[next++]!);
        if (next < batch.length || isDone) return found;
        const { value, done } = await batches.next();
        isDone = done === true;
        batch = value ?? [];
        next = 0;
      }
    },
    close: async () => {
      await batches.return(undefined);
    },
  };
}

async function held(
  batches: AsyncGenerator<TableRow[]>,
  refOf: (row: TableRow) => string,
): Promise<RowsByIncident> {
  const all = new Map<string, TableRow[]>();
  for await (const batch of batches)
    for (const row of batch) {
      const known = all.get(refOf(row));
      if (known) known.push(row);
      else all.set(refOf(row), [row]);
    }
  return {
    take: async (ref) => {
      const rows = all.get(ref) ?? [];
      all.delete(ref);
      return rows;
    },
    close: async () => undefined,
  };
}
