import type { FileRecord } from "../../domain/tables/table-file";
import { parseRecords } from "../parse-records";

/** A cell holds at most a million characters, each of up to four bytes. */
const POLICY = { delimiter: ",", isStrict: true, maxBytes: 8_000_000 } as const;

/**
 * The records of a table in UTF-8 with commas, heading and all, in batches, with the lines they begin in. Empty lines
 * are passed over. What cannot be read ends it with a record that has the fault: `table.not_utf8`, or `table.quote`
 * where quotes are not as CSV has them.
 */
export async function* csvRecords(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<FileRecord[]> {
  const text = utf8Text(bytes);
  const { batches, ended } = parseRecords(text.pieces, POLICY);
  let cutAt: number | null = null;
  for await (const batch of batches) {
    const records = batch
      .filter(({ cells }) => cells.length > 1 || cells[0] !== "")
      .map(({ line, cells }) => ({ line, cells }));
    // The wrong bytes cut it off.
    if (text.isCut()) cutAt = records.pop()?.line ?? null;
    if (records.length > 0) yield records;
  }
  const { line, isBroken } = ended();
  const code = !text.isText() ? "table.not_utf8" : isBroken ? "table.quote" : null;
  if (code === null) return;
  const at = { file, line: cutAt ?? line, column: "" };
  yield [{ line: at.line, cells: [], faults: [{ ...at, issue: { path: "", code } }] }];
}

/** The text as far as it is one. `isCut`: wrong bytes ended it within a line. */
function utf8Text(bytes: AsyncIterable<Uint8Array>) {
  const decode = utf8Decoder();
  let isText = true;
  let endsLine = true;
  async function* pieces() {
    for await (const chunk of bytes) {
      const decoded = decode(chunk);
      if (decoded.text !== "") {
        endsLine = /[\r\n]$/.test(decoded.text);
        yield decoded.text;
      }
      isText = decoded.isText;
      if (!isText) return;
    }
    isText = decode().isText;
  }
  return { pieces: pieces(), isText: () => isText, isCut: () => !isText && !endsLine };
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
