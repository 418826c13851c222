import type {
  FormerRow,
  ImportFault,
  ImportItem,
  IncidentItem,
  IncidentRows,
  TableRow,
  VerifiedRow,
} from "../import/import-item";
import { shown } from "../issue";
import type { ReviewStatus } from "../vocabulary";
import { buildIncident } from "./build-incident";
import { formerFile, importedRowOf } from "./imported-rows-table";
import { INCIDENT_TABLES, type IncidentTable } from "./incident-tables";
import { nullable, text } from "./read-value";
import { verifiedVersionOf } from "./read-verified-version";
import { type RowsByIncident, rowsByIncident } from "./rows-by-incident";
import type { TableFile } from "./table-file";

/** `digest`: tells long texts apart, as hexadecimal digits such as those of SHA-256. */
export type ReadingOptions = { digest: (text: string) => string };

/** Tables of an incident beside those that it is made of. */
const BESIDE = ["verified_versions", "imported_rows"] as const;

type Files = Partial<Record<IncidentTable | (typeof BESIDE)[number], TableFile>>;

/**
 * The incidents of the files, in the order in which they stand there first, each with all of its rows. Files whose
 * incidents come in the order of the first, as we write them, are read along with it; of any other, all rows are held.
 */
export async function* readIncidents(
  files: Files,
  { digest }: ReadingOptions,
): AsyncGenerator<ImportItem> {
  const tables = [...INCIDENT_TABLES, ...BESIDE] as const;
  const spine = new Map<string, number>();
  const parts: { table: (typeof tables)[number]; rows: RowsByIncident }[] = [];
  try {
    for (const table of tables) {
      const file = files[table];
      if (!file) continue;
      const key = table === "incidents" ? "reference" : "incident";
      const isBeside = BESIDE.some((beside) => beside === table);
      const mayAdd = table === "incidents" || (!files.incidents && !isBeside);
      const identity = isBeside ? (row: TableRow) => digest(rowIdentity(table, row)) : null;
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
      const { imported_rows: former, verified_versions: verified, ...rows } = found;
      const names = INCIDENT_TABLES.flatMap((table) =>
        files[table] ? [[table, files[table].file] as const] : [],
      );
      const kept = former
        .filter((row) => row.faults.length === 0)
        .map(({ line, cells }) => {
          const at = { file: files.imported_rows!.file, line, column: "kept" };
          return { ...importedRowOf(cells), at };
        });
      const item = itemOf({ ref, files: Object.fromEntries(names), rows }, kept, digest);
      const versions =
        files.verified_versions && readVersions(files.verified_versions.file, verified);
      yield { ...item, ...(versions && { verified: versions.verified }) };
      const wrong = [...(versions?.faults ?? []), ...former.flatMap((row) => row.faults)];
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
): IncidentItem {
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

/** The verified versions of an incident that are sound, in their order, and what is wrong with the others. */
function readVersions(
  file: string,
  rows: readonly TableRow[],
): { verified: VerifiedRow[]; faults: ImportFault[] } {
  const faults = rows.flatMap((row) => row.faults);
  const verified = rows
    .filter((row) => row.faults.length === 0)
    .flatMap((row): VerifiedRow[] => {
      const read = verifiedVersionOf(file, row);
      faults.push(...read.faults);
      const at = { file, line: row.line, column: "content" };
      return read.faults.length > 0 ? [] : [{ ...read.version, at }];
    });
  return { verified: verified.sort((a, b) => a.number - b.number), faults };
}

/** By what a ledger tells the rows of a table beside incidents apart, wherever they come from. */
function rowIdentity(table: string, { cells }: TableRow): string {
  if (table === "verified_versions") return `${text(cells, "incident")} ${cells.number}`;
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
