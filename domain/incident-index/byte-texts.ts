import { withRoom } from "./columns";

/** A text as a stretch of bytes, `to` not among them. */
export type ByteRange = { bytes: Uint8Array; from: number; to: number };

/**
 * Numbers by texts, which are looked up as bytes: to make a string of each that is read takes several times as long.
 * `table`: the place of a text, plus one, where its hash leads, or at the next that is free.
 */
export type ByteTexts = {
  count: number;
  table: Int32Array;
  numbers: Uint32Array;
  starts: Uint32Array;
  bytes: Uint8Array;
};

export function noTexts(): ByteTexts {
  return {
    count: 0,
    table: new Int32Array(64),
    numbers: new Uint32Array(0),
    starts: new Uint32Array(1),
    bytes: new Uint8Array(0),
  };
}

/** The number of a text; -1 where it has none. */
export function numberOfText(texts: ByteTexts, { bytes, from, to }: ByteRange): number {
  const found = texts.table[placeOf(texts, bytes, from, to)]!;
  return found === 0 ? -1 : texts.numbers[found - 1]!;
}

/** Gives a text that has none a number. */
export function putText(texts: ByteTexts, range: ByteRange, number: number): void {
  const at = texts.count++;
  const start = texts.starts[at]!;
  const end = start + range.to - range.from;
  texts.bytes = withRoom(texts.bytes, end);
  // Most are too short for it to be worth while to copy them at once.
  for (let to = start, from = range.from; to < end; to++, from++)
    texts.bytes[to] = range.bytes[from]!;
  texts.starts = withRoom(texts.starts, at + 2);
  texts.starts[at + 1] = end;
  texts.numbers = withRoom(texts.numbers, at + 1);
  texts.numbers[at] = number;
  texts.table[placeOf(texts, range.bytes, range.from, range.to)] = at + 1;
  // Half of it stays free, so that hardly any text is looked for further on.
  if (texts.count * 2 > texts.table.length) enlarge(texts);
}

/** Where a text is in the table, or would be. */
function placeOf(
  { table, starts, bytes: all }: ByteTexts,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  const length = to - from;
  const mask = table.length - 1;
  for (let place = hashOf(bytes, from, to) & mask; ; place = (place + 1) & mask) {
    const found = table[place]! - 1;
    if (found < 0) return place;
    const start = starts[found]!;
    if (starts[found + 1]! - start !== length) continue;
    let at = 0;
    while (at < length && all[start + at] === bytes[from + at]) at++;
    if (at === length) return place;
  }
}

function enlarge(texts: ByteTexts): void {
  const { starts, bytes, count } = texts;
  texts.table = new Int32Array(texts.table.length * 4);
  for (let at = 0; at < count; at++)
    texts.table[placeOf(texts, bytes, starts[at]!, starts[at + 1]!)] = at + 1;
}

/** The text itself, which is ASCII. */
export function asString({ bytes, from, to }: ByteRange): string {
  let text = "";
  for (let at = from; at < to; at++) text += LETTERS[bytes[at]!];
  return text;
}

const LETTERS = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** FNV-1a, with its upper bits mixed into the lower, of which a table sees no others. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
