import { DomainError } from "../../domain/errors";
import type { TableReading } from "../../domain/import/table-reading";
import { breaksIn } from "../parse-records";
import { decodeLoosely, decodeStrictly } from "./decode-bytes";

/** No line of a table is longer, in bytes. */
const MAX_LINE_BYTES = 16_000_000;

/**
 * The text of a table in pieces of whole lines, without a byte order mark. Bytes that are no character of the
 * encoding become "\uFFFD", and `onInvalid` is told the line, 1 = the first, before the piece comes out.
 * Errors: `table.line_too_long`.
 */
export async function* decodeTable(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, bom }: Pick<TableReading, "encoding" | "bom">,
  onInvalid: (line: number) => void,
): AsyncGenerator<string> {
  const width = encoding.startsWith("utf-16") ? 2 : 1;
  let skip = bom ? (encoding === "utf-8" ? 3 : 2) : 0;
  let line = 1;
  const decode = (block: Uint8Array) => {
    const strict = decodeStrictly(block, encoding);
    const text = strict ?? mended(block, encoding, width, line, onInvalid);
    line += breaksIn(text);
    return text;
  };
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    const cut = lastLineEnd(chunk, width, size % width);
    if (cut === 0) {
      waiting.push(chunk);
      size += chunk.length;
      if (size > MAX_LINE_BYTES) throw new DomainError("table.line_too_long", { line });
      continue;
    }
    const block = Buffer.concat([...waiting, chunk.subarray(0, cut)]).subarray(skip);
    skip = 0;
    waiting = [chunk.subarray(cut)];
    size = chunk.length - cut;
    yield decode(block);
  }
  const rest = Buffer.concat(waiting).subarray(skip);
  if (rest.length > 0) yield decode(rest);
}

/**
 * Where the last whole line of the chunk ends; 0 = nowhere. `odd`: the chunk begins within a character of two bytes.
 * A CR at the very end is none yet, for a LF may follow.
 */
function lastLineEnd(chunk: Uint8Array, width: number, odd: number): number {
  if (width === 1) {
    const after = chunk.lastIndexOf(0x0a) + 1;
    return after > 0 ? after : chunk.subarray(0, -1).lastIndexOf(0x0d) + 1;
  }
  // Which of the two bytes comes first is told by the other being 0, whatever the order.
  for (let at = chunk.length - 2; at >= 0; at--) {
    if ((at + odd) % 2 !== 0) continue;
    const [first, second] = [chunk[at]!, chunk[at + 1]!];
    const unit = first === 0 ? second : second === 0 ? first : 0;
    if (unit === 0x0a || (unit === 0x0d && at < chunk.length - 3)) return at + 2;
  }
  return 0;
}

/** The block with its wrong bytes shown, line by line, so that the lines are known. */
function mended(
  block: Uint8Array,
  encoding: TableReading["encoding"],
  width: number,
  first: number,
  onInvalid: (line: number) => void,
): string {
  let text = "";
  let line = first;
  for (const part of linesOf(block, width)) {
    const strict = decodeStrictly(part, encoding);
    if (strict === null) onInvalid(line);
    const shown = strict ?? decodeLoosely(part, encoding);
    text += shown;
    line += breaksIn(shown);
  }
  return text;
}

function* linesOf(block: Uint8Array, width: number): Generator<Uint8Array> {
  let from = 0;
  for (let at = 0; at + width <= block.length; at += width) {
    const unit = width === 1 ? block[at]! : block[at]! || block[at + 1]!;
    const other = width === 1 ? 0 : Math.min(block[at]!, block[at + 1]!);
    if (other !== 0 || (unit !== 0x0a && unit !== 0x0d)) continue;
    const next = width === 1 ? block[at + 1] : block[at + 2]! || block[at + 3]!;
    if (unit === 0x0d && next === 0x0a) continue;
    yield block.subarray(from, at + width);
    from = at + width;
  }
  if (from < block.length) yield block.subarray(from);
}
