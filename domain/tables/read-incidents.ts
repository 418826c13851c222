import type {
  FormerRow,
  ImportFault,
  ImportItem,
  IncidentRows,
  TableRow,
} from "../import/import-item";
import { shown } from "../issue";
import type { ReviewStatus } from "../vocabulary";
import { buildIncident } from "./build-incident";
import { formerFile, importedRowOf } from "./imported-rows-table";
import { INCIDENT_TABLES, type IncidentTable } from "./incident-tables";
import { nullable, text } from "./read-value";
import { type RowsByIncident, rowsByIncident } from "./rows-by-incident";
import type { TableFile } from "./table-file";

/** `digest`: tells long texts apart, as hexadecimal digits such as those of SHA-256. */
export type ReadingOptions = { digest: (text: string) => string };

type Files = Partial<Record<IncidentTable | "imported_rows", TableFile>>;

/**
 * The incidents of the files, in the order in which they stand there first, each with all of its rows. Files whose
 * incidents come in the order of the first, as we write them, are read along with it; of any other, all rows are held.
 */
export async function* readIncidents(
  files: Files,
  { digest }: ReadingOptions,
): AsyncGenerator<ImportItem> {
  const tables = [...INCIDENT_TABLES, "imported_rows"] as const;
  const spine = new Map<string, number>();
  const parts: { table: (typeof tables)[number]; rows: RowsByIncident }[] = [];
  try {
    for (const table of tables) {
      const file = files[table];
      if (!file) continue;
      const key = table === "incidents" ? "reference" : "incident";
      const mayAdd = table === "incidents" || (!files.incidents && table !== "imported_rows");
      const identity =
        table === "imported_rows" ? (row: TableRow) => digest(rowIdentity(row)) : null;
      const { rows, faults } = await rowsByIncident(file, key, spine, mayAdd, identity);
      if (faults.length > 0) yield { what: "faults", faults };
      parts.push({ table, rows });
    }
    for (const ref of spine.keys()) {
      const found = Object.fromEntries(tables.map((table) => [table, [] as TableRow[]])) as Record<
        (typeof tables)[number],
        TableRow[]
      >;
      for (const { table, rows } of parts) found[table] = await rows.take(ref);
      const { imported_rows: former, ...rows } = found;
      const names = INCIDENT_TABLES.flatMap((table) =>
        files[table] ? [[table, files[table].file] as const] : [],
      );
      const kept = former
        .filter((row) => row.faults.length === 0)
        .map(({ line, cells }) => {
          const at = { file: files.imported_rows!.file, line, column: "kept" };
          return { ...importedRowOf(cells), at };
        });
      yield itemOf({ ref, files: Object.fromEntries(names), rows }, kept, digest);
      const wrong = former.flatMap((row) => row.faults);
      if (wrong.length > 0) yield { what: "faults", faults: wrong };
    }
  } finally {
    for (const { rows } of parts) await rows.close();
  }
}

function itemOf(
  incident: IncidentRows,
  former: FormerRow[],
  digest: ReadingOptions["digest"],
): ImportItem {
  const { ref, files, rows } = incident;
  const { document, faults } = buildIncident(incident, null);
  const first = INCIDENT_TABLES.find((table) => rows[table].length > 0) ?? "incidents";
  const [own] = rows.incidents;
  const kept = Object.entries(own?.kept ?? {}).filter(([, cell]) => cell !== "");
  const said = INCIDENT_TABLES.map((table) => rows[table].map(({ cells }) => cells));
  return {
    what: "incident",
    at: { file: files[first] ?? "", line: rows[first][0]?.line ?? 1, column: "" },
    ref,
    rowKey: ref,
    rowDigest: digest(JSON.stringify([said, kept])),
    document,
    newSources: [],
    kept: Object.fromEntries(kept),
    ...(own && {
      review: {
        status: nullable<ReviewStatus>(own.cells, "review_status"),
        retractedReason: nullable(own.cells, "retracted_reason"),
        mergedInto: nullable(own.cells, "merged_into"),
      },
    }),
    rows: incident,
    faults: [...faults, ...reviewFaults(files.incidents ?? "", own)],
    former,
  };
}

/** By what a ledger tells the rows of former imports apart, wherever they come from. */
function rowIdentity({ cells }: TableRow): string {
  const row = importedRowOf(cells);
  return `${formerFile(row)} ${row.line}`;
}

function reviewFaults(file: string, own: TableRow | undefined): ImportFault[] {
  if (own?.cells.review_status !== "retracted" || text(own.cells, "retracted_reason") !== "")
    return [];
  const column = "retracted_reason";
  const issue = { path: column, code: "cell.needed", values: { value: shown(""), column } };
  return [{ file, line: own.line, column, issue }];
}
