import { parse } from "csv-parse";
import type { FileRecord } from "../../domain/tables/table-file";

/** A cell holds at most a million characters, each of up to four bytes; an unclosed quote swallows no more than this. */
const MAX_RECORD_BYTES = 8_000_000;

/**
 * The records of a table in UTF-8 with commas, heading and all, in batches, with the lines they begin in. Lines end in
 * CR, LF or CR LF; empty ones are passed over. What cannot be read ends it with a record that has the fault:
 * `table.not_utf8`, or `table.quote` where quotes are not as CSV has them.
 */
export async function* csvRecords(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<FileRecord[]> {
  const parsed: { cells: string[]; raw: string }[] = [];
  const parser = parse({
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    raw: true,
    max_record_size: MAX_RECORD_BYTES,
    // Taken here: the stream drops what it holds when a later record fails.
    on_record: (both) => {
      const { record, raw } = both as unknown as { record: string[]; raw: string };
      parsed.push({ cells: record, raw });
      return null;
    },
  });
  const closed = new Promise((resolve) => parser.resume().on("error", resolve).on("end", resolve));
  let line = 1;
  const taken = (): FileRecord[] =>
    parsed.splice(0).flatMap(({ cells, raw }) => {
      const begins = line;
      line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
      return cells.length === 1 && cells[0] === "" ? [] : [{ line: begins, cells }];
    });
  const broken = (code: string): FileRecord[] => [
    { line, cells: [], faults: [{ file, line, column: "", issue: { path: "", code } }] },
  ];

  const decode = utf8Decoder();
  let isText = true;
  let endsLine = true;
  for await (const chunk of bytes) {
    const decoded = decode(chunk);
    isText = decoded.isText;
    if (decoded.text !== "") {
      parser.write(decoded.text);
      endsLine = /[\r\n]$/.test(decoded.text);
    }
    const records = taken();
    if (records.length > 0) yield records;
    if (!isText || parser.errored) break;
  }
  if (isText) isText = decode().isText;
  parser.end();
  await closed;
  const records = taken();
  // The wrong bytes cut it off.
  if (!isText && !endsLine) line = records.pop()?.line ?? line;
  if (records.length > 0) yield records;
  if (!isText) yield broken("table.not_utf8");
  else if (parser.errored) yield broken("table.quote");
}

/** Decodes chunk by chunk; where bytes are no text, what comes before them. */
function utf8Decoder(): (chunk?: Uint8Array) => { text: string; isText: boolean } {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const loose = new TextDecoder("utf-8");
  return (chunk) => {
    const options = { stream: chunk !== undefined };
    const text = loose.decode(chunk, options);
    try {
      return { text: strict.decode(chunk, options), isText: true };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return { text: text.slice(0, Math.max(0, text.indexOf("\uFFFD"))), isText: false };
    }
  };
}
