import { CsvError, parse } from "csv-parse";
import type { TableDelimiter } from "../../domain/import/table-reading";
import type { TableRecord } from "../../domain/import/table-record";
import type { Issue } from "../../domain/issue";
import { breaksIn } from "./decode-table";

/** No record is longer, in bytes of UTF-8: a quote that is never closed would swallow the rest of the file. */
const MAX_RECORD_BYTES = 2_000_000;

/** `lastLine`: where the record ends. `issue`: it cannot be read as it stands, `cells` is what was made out of it. */
export type RawRecord = TableRecord & { lastLine: number; issue: Issue | null };

/**
 * The records of a table with the lines they begin in; a record that breaks the rules of CSV comes with an issue.
 * Lines end in CR, LF or CR LF, in one file too. Empty lines and records without anything in them are passed over.
 * Issues: `table.quote` (text behind a closing quote), `table.quote_open` (never closed; nothing comes after it).
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: TableDelimiter,
): AsyncGenerator<RawRecord> {
  const parsed: { cells: string[]; raw: string }[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
    max_record_size: MAX_RECORD_BYTES,
    // Taken here and not from the stream, which drops what it holds when a later record fails.
    on_record: (both) => {
      const { record, raw } = both as unknown as { record: string[]; raw: string };
      parsed.push({ cells: record, raw });
      return null;
    },
  });
  const closed = new Promise((resolve) => parser.resume().on("error", resolve).on("end", resolve));
  let line = 1;
  const taken = function* () {
    for (const { cells, raw } of parsed.splice(0)) {
      const begins = line;
      // csv-parse leaves the LF of a closing CR LF out, so one break ends each record either way.
      line += breaksIn(raw);
      if (cells.every((cell) => cell === "")) continue;
      const isBroken = cells.some((cell) => cell.startsWith('"') && !isQuotedIn(raw, cell));
      const issue = isBroken ? { path: "", code: "table.quote" } : null;
      yield { line: begins, lastLine: Math.max(begins, line - 1), cells, issue };
    }
  };
  for await (const piece of text) {
    parser.write(piece);
    yield* taken();
    if (parser.errored) break;
  }
  parser.end();
  await closed;
  yield* taken();
  if (parser.errored instanceof CsvError)
    yield { line, lastLine: line, cells: [], issue: { path: "", code: "table.quote_open" } };
  else if (parser.errored) throw parser.errored;
}

/** Whether a cell that begins with a quote was written as CSV writes it. */
function isQuotedIn(raw: string, cell: string): boolean {
  return raw.includes(`"${cell.replaceAll('"', '""')}"`);
}
