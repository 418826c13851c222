import { CsvError, parse } from "csv-parse";
import type { TableDelimiter } from "../domain/import/table-reading";

/**
 * How records are read. `isStrict`: quotes that are not as CSV has them end it, else the record is made out as well as
 * can be. `maxBytes`: of a record, in UTF-8; a quote that is never closed swallows no more.
 */
export type RecordPolicy = { delimiter: TableDelimiter; isStrict: boolean; maxBytes: number };

/** `line`, `lastLine`: where it begins and ends, 1 is the first. `raw`: as it stands there, with its line break. */
export type ParsedRecord = { line: number; lastLine: number; cells: string[]; raw: string };

/**
 * The records of a text in batches, as they come. Lines end in CR, LF or CR LF, in one file too.
 * `ended`, once all were read: in which line, and whether a quote made it end there.
 */
export function parseRecords(
  text: AsyncIterable<string>,
  { delimiter, isStrict, maxBytes }: RecordPolicy,
): { batches: AsyncIterable<ParsedRecord[]>; ended(): { line: number; isBroken: boolean } } {
  const parsed: { cells: string[]; raw: string }[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: !isStrict,
    raw: true,
    max_record_size: maxBytes,
    // Taken here and not from the stream, which drops what it holds when a later record fails.
    on_record: (both) => {
      const { record, raw } = both as unknown as { record: string[]; raw: string };
      parsed.push({ cells: record, raw });
      return null;
    },
  });
  const closed = new Promise((resolve) => parser.resume().on("error", resolve).on("end", resolve));
  let line = 1;
  const taken = () =>
    parsed.splice(0).map(({ cells, raw }): ParsedRecord => {
      const begins = line;
      // csv-parse leaves the LF of a closing CR LF out, so one break ends each record either way.
      line += breaksIn(raw);
      return { line: begins, lastLine: Math.max(begins, line - 1), cells, raw };
    });
  async function* batches() {
    for await (const piece of text) {
      parser.write(piece);
      yield taken();
      if (parser.errored) break;
    }
    parser.end();
    await closed;
    yield taken();
    if (parser.errored && !(parser.errored instanceof CsvError)) throw parser.errored;
  }
  return { batches: batches(), ended: () => ({ line, isBroken: parser.errored !== null }) };
}

/** How many line breaks there are; CR LF is one. */
export function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
