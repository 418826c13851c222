import type { TableDelimiter } from "../../domain/import/table-reading";
import type { TableRecord } from "../../domain/import/table-record";
import type { Issue } from "../../domain/issue";
import { parseRecords } from "../parse-records";

const MAX_RECORD_BYTES = 2_000_000;

/** `lastLine`: where the record ends. `issue`: it cannot be read as it stands, `cells` is what was made out of it. */
export type RawRecord = TableRecord & { lastLine: number; issue: Issue | null };

/**
 * The records of a table with the lines they begin in; a record that breaks the rules of CSV comes with an issue.
 * Records without anything in them are passed over.
 * Issues: `table.quote` (text behind a closing quote), `table.quote_open` (never closed; nothing comes after it).
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: TableDelimiter,
): AsyncGenerator<RawRecord> {
  const policy = { delimiter, isStrict: false, maxBytes: MAX_RECORD_BYTES };
  const { batches, ended } = parseRecords(text, policy);
  for await (const batch of batches)
    for (const { raw, cells, ...at } of batch) {
      if (cells.every((cell) => cell === "")) continue;
      const isWrong = cells.some((cell) => cell.startsWith('"') && !isQuotedIn(raw, cell));
      yield { ...at, cells, issue: isWrong ? { path: "", code: "table.quote" } : null };
    }
  const { line, isBroken } = ended();
  if (isBroken)
    yield { line, lastLine: line, cells: [], issue: { path: "", code: "table.quote_open" } };
}

/** Whether a cell that begins with a quote was written as CSV writes it. */
function isQuotedIn(raw: string, cell: string): boolean {
  return raw.includes(`"${cell.replaceAll('"', '""')}"`);
}
