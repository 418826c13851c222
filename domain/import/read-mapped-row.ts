import { checkIncident } from "../check-incident";
import { type IncidentDocument, incidentDocumentSchema } from "../incident";
import type { Issue } from "../issue";
import { readReference } from "../reference";
import { issuesOf } from "../zod-issues";
import type { ImportFault, IncidentItem } from "./import-item";
import type { MappingPlan } from "./mapping-plan";
import { citeRow } from "./row-claims";
import { readRowDate } from "./row-date";
import { readEvents } from "./row-events";
import { type RowGroup, readPeople } from "./row-people";
import { readPlaces } from "./row-places";
import { filledCells, type RowReading, refuseCell, rowReading } from "./row-reading";
import { detailsOfSources, readSources } from "./row-sources";
import { readTitle, readWords } from "./row-texts";
import type { TableRecord } from "./table-record";

/**
 * The incident that a row of a foreign table tells of, or everything that is wrong with the row. Never throws.
 * 1. Ids of groups, events and claims are made of what they are, so that the same row gives the same in each file.
 * 2. `kept` has, by header, the cells that no field holds as they stand: unmapped ones, the external id, a part of
 *    none, words that the mapping gives a meaning, what was too long. Empty cells are not in it.
 * 3. `occurrence`: which of the rows of the file it is that say exactly the same and have no external id, from 1.
 */
export function readMappedRow(
  record: TableRecord,
  plan: MappingPlan,
  occurrence = 1,
): IncidentItem | { what: "faults"; faults: ImportFault[] } {
  const row = rowReading(record, plan);
  const sources = readSources(row);
  const date = readRowDate(row, sources[0]?.source.published ?? null);
  const { places, words } = readPlaces(row);
  const people = readPeople(row);
  const description = readWords(row, "description", 10_000, words);
  const { events, status } = readEvents(row, people, { date, places, description });
  const quote = readWords(row, "quote", 10_000);
  refuseUncited(row, quote, sources.length);
  const said = {
    title: readTitle(row),
    summary: readWords(row, "summary", 20_000),
    ...citeRow(people, events, sources, { quote, status }),
  };
  const ref = readRef(row);
  const document = checked(row, said, people);
  if (document === null || row.faults.length > 0) return { what: "faults", faults: row.faults };

  const kept = keptCells(row);
  const fields = [...plan.byField.keys()];
  const rowDigest = plan.sha256(JSON.stringify([document, sources, kept, fields, ref]));
  return {
    what: "incident",
    at: { file: "", line: record.line, column: "" },
    ref,
    rowKey: rowKeyOf(row, occurrence),
    rowDigest,
    document,
    newSources: sources,
    fields,
    kept,
    cells: mappedCells(row),
    ofSources: detailsOfSources(row),
  };
}

/** Tells the row again in another file: its external id, or all that it says, in tables with these headers. */
export function rowKeyOf(
  { plan, record }: Pick<RowReading, "plan" | "record">,
  occurrence: number,
): string {
  const id = externalIdOf({ plan, record });
  const named =
    id ??
    [...plan.columns]
      .sort((a, b) => (a.header < b.header ? -1 : 1))
      .map(({ at }) => record.cells[at] ?? "");
  const what = id === null ? ["row", named, occurrence] : ["id", named];
  return plan.sha256(JSON.stringify([plan.headersDigest, ...what]));
}

/** What the columns of the external id say; null where they say nothing. */
export function externalIdOf({
  plan,
  record,
}: Pick<RowReading, "plan" | "record">): string[] | null {
  const columns = plan.byField.get("external_id") ?? [];
  const cells = columns.map(({ at }) => (record.cells[at] ?? "").normalize("NFC").trim());
  return cells.some((cell) => cell !== "") ? cells : null;
}

function readRef(row: RowReading): string | null {
  const [cell] = filledCells(row, "reference");
  if (!cell) return null;
  const ref = readReference("INC", cell.text);
  if (ref === null) refuseCell(row, cell, { path: "reference", code: "row.not_a_reference" });
  return ref;
}

function refuseUncited(row: RowReading, quote: string, sources: number): void {
  const [cell] = filledCells(row, "quote");
  if (cell && quote !== "" && sources === 0)
    refuseCell(row, cell, { path: "quote", code: "claim.source_missing" });
}

function keptCells({ plan, record, kept }: RowReading): Record<string, string> {
  const cells = plan.columns.flatMap(({ at, header }) => {
    const cell = record.cells[at] ?? "";
    return kept.has(at) && cell !== "" ? [[header, cell] as const] : [];
  });
  // Defines its own properties, whatever a header is called.
  return Object.fromEntries(cells);
}

function mappedCells({ plan, record }: RowReading): Record<string, string> {
  const mapped = plan.columns.filter(({ field }) => field !== null && field !== "left_out");
  return Object.fromEntries(mapped.map(({ at, header }) => [header, record.cells[at] ?? ""]));
}

/** The document as it would be stored; what is wrong with it only as a whole is said at the column it comes from. */
function checked(
  row: RowReading,
  said: IncidentDocument,
  people: readonly RowGroup[],
): IncidentDocument | null {
  if (row.faults.length > 0) return null;
  const parsed = incidentDocumentSchema.safeParse(said, { reportInput: true });
  const issues = parsed.success ? checkIncident(parsed.data) : issuesOf(parsed.error);
  for (const issue of issues) row.faults.push(placed(row, issue, people));
  return parsed.success ? parsed.data : null;
}

function placed(row: RowReading, issue: Issue, people: readonly RowGroup[]): ImportFault {
  const [list, index] = issue.path.split(".");
  const cell = list === "groups" ? people[Number(index)]?.cell : null;
  return {
    file: "",
    line: row.record.line,
    column: cell?.column.header ?? "",
    issue: { ...issue, values: { value: cell?.text ?? "", ...issue.values } },
  };
}
