import { printable } from "./filter-field";
import { CSV_COLUMN_NAMES, type CsvColumnName, DEFAULT_CSV_COLUMNS } from "./incident-csv-columns";
import type { SortKey } from "./incident-sort";
import type { Issue } from "./issue";

/** A column of the table: its name is what it is sorted by, `csv` what it is in a file. */
type Expansion = { name: SortKey; csv: CsvColumnName[] };

/** The one registry: the columns of the table in their order, and the columns of the CSV behind each. */
export const INCIDENT_COLUMNS: readonly Expansion[] = [
  { name: "reference", csv: ["reference"] },
  {
    name: "date",
    csv: ["date_text", "date_earliest", "date_latest", "date_kind", "date_precision", "date_edtf"],
  },
  { name: "title", csv: ["title", "summary"] },
  {
    name: "provinces",
    csv: ["countries", "provinces", "province_names", "localities", "later_provinces"],
  },
  {
    name: "people",
    csv: [
      "persons_low",
      "persons_best",
      "persons_high",
      "helpers_low",
      "helpers_best",
      "helpers_high",
      "families",
    ],
  },
  { name: "roles", csv: ["roles"] },
  { name: "nationality", csv: ["nationalities"] },
  { name: "types", csv: ["event_types"] },
  { name: "status", csv: ["status", "status_date", "at_risk_of"] },
  { name: "corroboration", csv: ["corroboration", "disagreement"] },
  { name: "sources", csv: ["sources", "independent_sources", "citations"] },
  { name: "review", csv: ["review_status"] },
  { name: "updated", csv: ["created_at", "updated_at"] },
];
export type PageColumnName = SortKey;
export const PAGE_COLUMN_NAMES: readonly PageColumnName[] = INCIDENT_COLUMNS.map(
  ({ name }) => name,
);

/** What the table shows where none are chosen: as many as stand beside the facets on a common screen. */
const SHOWN_AT_FIRST = PAGE_COLUMN_NAMES.filter(
  (name) => !["roles", "nationality", "updated"].includes(name),
);

/** The columns somebody chose, in both spellings; null = none chosen: the usual ones in the table, all in the CSV. */
export type ChosenColumns = {
  page: PageColumnName[];
  csv: CsvColumnName[];
} | null;

/**
 * `columns=` of an address, separated by commas or repeated, in the spelling of the table or of the CSV.
 * 1. In the table a name of the CSV is the column it stands behind.
 * 2. In the CSV a name that only the table has becomes all the columns behind it.
 * 3. `title`, `provinces`, `status`, `corroboration` and `sources` are both. They are the one CSV column, unless
 *    a name that only the table has stands beside them: then the list is the table's, and they are expanded too.
 * Issue: `columns.unknown`, one for each; what is known is kept.
 */
export function parseColumns(params: URLSearchParams): {
  columns: ChosenColumns;
  issues: Issue[];
} {
  const asked = new Set(
    params
      .getAll("columns")
      .flatMap((list) => list.split(",", MAX_ASKED))
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .slice(0, MAX_ASKED),
  );
  const known = [...asked].filter(
    (name): name is PageColumnName | CsvColumnName => isPageColumn(name) || isCsvColumn(name),
  );
  const spelledAsTable = known.some((name) => !isCsvColumn(name));
  const issues = [...asked]
    .filter((name) => !isPageColumn(name) && !isCsvColumn(name))
    .map((name) => ({
      path: "columns",
      code: "columns.unknown",
      values: {
        value: printable(name),
        allowed: [...new Set([...PAGE_COLUMN_NAMES, ...CSV_COLUMN_NAMES])].join(", "),
      },
    }));
  if (known.length === 0) return { columns: null, issues };
  const page = known.map((name) => (isPageColumn(name) ? name : behind(name)));
  const csv = known.flatMap((name) =>
    isCsvColumn(name) && !(spelledAsTable && isPageColumn(name)) ? [name] : expand(name),
  );
  return { columns: { page: [...new Set(page)], csv: [...new Set(csv)] }, issues };
}

/** The columns as an address names them, in the table's spelling; null where they are the usual ones in their order. */
export function serializePageColumns(columns: readonly PageColumnName[]): string | null {
  const chosen = columns.join(",");
  return chosen === SHOWN_AT_FIRST.join(",") ? null : chosen;
}

/** The columns of the CSV that show what the table shows, as an address names them; null where that is the default. */
export function csvColumnsOf(columns: readonly PageColumnName[]): string | null {
  return serializePageColumns(columns) && columns.flatMap(expand).join(",");
}

export function chosenPageColumns(columns: ChosenColumns): readonly PageColumnName[] {
  return columns?.page ?? SHOWN_AT_FIRST;
}

export function chosenCsvColumns(columns: ChosenColumns): readonly CsvColumnName[] {
  return columns?.csv ?? DEFAULT_CSV_COLUMNS;
}

const MAX_ASKED = 100;

function isPageColumn(name: string): name is PageColumnName {
  return (PAGE_COLUMN_NAMES as readonly string[]).includes(name);
}

function isCsvColumn(name: string): name is CsvColumnName {
  return (CSV_COLUMN_NAMES as readonly string[]).includes(name);
}

function expand(name: string): CsvColumnName[] {
  return INCIDENT_COLUMNS.find((column) => column.name === name)?.csv ?? [];
}

function behind(name: CsvColumnName): PageColumnName {
  return INCIDENT_COLUMNS.find(({ csv }) => csv.includes(name))!.name;
}
