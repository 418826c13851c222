import { analyse } from "chardet";
import type { TableEncoding } from "../../domain/import/table-reading";
import { decodeStrictly } from "./decode-bytes";
import { tellingLines } from "./telling-lines";

/** `others`: what the bytes could be too, the likelier first. */
export type FoundEncoding = { encoding: TableEncoding; bom: boolean; others: TableEncoding[] };

/**
 * The encoding of a table, from all its bytes.
 * 1. A byte order mark decides; without one, zero bytes on one side of most characters mean UTF-16.
 * 2. Bytes that are all UTF-8 are UTF-8; so are those with a stray wrong byte among much that is.
 * 3. Else what `chardet` holds for the likeliest from the lines that are not ASCII, of those that all of these lines
 *    can be read in. It is a guess: show it, and let it be changed.
 */
export async function findEncoding(bytes: AsyncIterable<Uint8Array>): Promise<FoundEncoding> {
  const lines = tellingLines();
  const utf8 = new TextDecoder("utf-8");
  const seen = { good: 0, bad: 0 };
  let head = Buffer.alloc(0);
  const count = (text: string) => {
    for (const character of text.match(NOT_ASCII) ?? [])
      if (character === "\ufffd") seen.bad++;
      else seen.good++;
  };
  for await (const chunk of bytes) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
    count(utf8.decode(chunk, { stream: true }));
    lines.add(chunk);
  }
  count(utf8.decode());

  const marked = markOf(head);
  if (marked) return { encoding: marked, bom: true, others: [] };
  const wide = wideOf(head);
  if (wide) return { encoding: wide, bom: false, others: [] };
  const likely = likelyOf(lines.bytes());
  if (seen.bad === 0 || seen.good > 10 * seen.bad)
    return { encoding: "utf-8", bom: false, others: likely };
  const [first = "windows-1252", ...others] = likely;
  return { encoding: first, bom: false, others: [...others, "utf-8"] };
}

const HEAD_BYTES = 4_096;
const NOT_ASCII = /[^\0-\x7f]/gu;

function markOf(head: Uint8Array): TableEncoding | null {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** The delimiters, digits and line breaks of a table have a zero byte each in UTF-16, and nothing else has any. */
function wideOf(head: Uint8Array): TableEncoding | null {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < head.length / 20) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The Windows encoding stands for the ISO one it extends or replaced. */
const SAME: Record<string, TableEncoding> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "ISO-8859-6": "windows-1256",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
  "windows-1250": "windows-1250",
  "windows-1251": "windows-1251",
  "windows-1252": "windows-1252",
  "windows-1253": "windows-1253",
  "windows-1254": "windows-1254",
  "windows-1255": "windows-1255",
  "windows-1256": "windows-1256",
  "windows-1257": "windows-1257",
  "windows-1258": "windows-1258",
  "EUC-KR": "euc-kr",
  GB18030: "gb18030",
  "KOI8-R": "koi8-r",
};

function likelyOf(sample: Uint8Array): TableEncoding[] {
  const named = analyse(sample).flatMap(({ name }) => SAME[name] ?? []);
  return [...new Set(named)].filter((encoding) => decodeStrictly(sample, encoding) !== null);
}
