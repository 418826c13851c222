import { numberOfText, putText } from "./byte-texts";
import { likelyRoom, withRoom } from "./columns";
import { type Packed, readNumbers, readWord } from "./packed";
import { enlarge, hashOfNumbers, noPlaceTable, type PlaceTable } from "./place-table";
import { noSeenCodes, readCodes, type SeenCodes } from "./read-codes";
import { newScratch, readInto, scratchFor } from "./scratch";
import type { SetColumn } from "./set-column";

/** What is known of the codes and sets of a column from blocks that were read. */
export type SeenSets = { codes: SeenCodes; sets: PlaceTable };

export function noSeenSets(): SeenSets {
  return { codes: noSeenCodes(), sets: noPlaceTable() };
}

/** Puts the sets that a block has of a column into so many slots from one on. */
export function putSets(
  column: SetColumn,
  { codes, sets: table }: SeenSets,
  packed: Packed,
  { slot, count, expected }: { slot: number; count: number; expected: number },
): void {
  const own = readCodes(column, codes, packed);
  const sets = readWord(packed);
  const lengths = readInto(LENGTHS, packed, sets);
  const length = readWord(packed);
  const values = readInto(VALUES, packed, length);
  for (let at = 0; at < length; at++) values[at] = own[values[at]!]!;
  if (column.sets === null) {
    const first = appendSets(column, { lengths, sets }, values.subarray(0, length), expected);
    for (let at = 0; at < count; at++) column.of[slot + at] = first + at;
    return;
  }
  const setOfOwn = scratchFor(SETS, sets);
  let from = 0;
  for (let set = 0; set < sets; set++) {
    const to = from + lengths[set]!;
    setOfOwn[set] = sharedSet(column, table, values, from, to);
    from = to;
  }
  const of = new Int32Array(column.of.buffer, column.of.byteOffset, column.of.length);
  readNumbers(packed, of, slot, count);
  for (let at = slot; at < slot + count; at++) of[at] = setOfOwn[of[at]!]!;
}

/** Sets that only one incident has each; the first of them. */
function appendSets(
  column: SetColumn,
  { lengths, sets }: { lengths: Int32Array; sets: number },
  values: Int32Array,
  expected: number,
): number {
  const first = column.count;
  let end = column.starts[first]!;
  const { length } = values;
  // Once for all slots that are expected: to grow with them would copy all of it time and again.
  const room = likelyRoom(end + length, first + sets, expected);
  if (end + length > column.values.length) column.values = withRoom(column.values, room);
  column.values.set(values, end);
  column.starts = withRoom(column.starts, Math.max(first + sets, expected) + 1);
  for (let set = 0; set < sets; set++) {
    end += lengths[set]!;
    column.starts[first + set + 1] = end;
  }
  column.count += sets;
  return first;
}

/** The set of the index that has the values from one place to before another, a new one where it has none. */
function sharedSet(
  column: SetColumn,
  table: PlaceTable,
  values: Int32Array,
  from: number,
  to: number,
): number {
  const { places } = table;
  const mask = places.length - 1;
  let place = hashOfNumbers(values, from, to) & mask;
  for (; places[place] !== 0; place = (place + 1) & mask) {
    const set = places[place]! - 1;
    const start = column.starts[set]!;
    if (column.starts[set + 1]! - start !== to - from) continue;
    let at = from;
    while (at < to && column.values[start + at - from] === values[at]) at++;
    if (at === to) return set;
  }
  const set = setOfValues(column, values, from, to);
  places[place] = set + 1;
  if (++table.count * 2 > places.length)
    enlarge(table, (known) =>
      hashOfNumbers(column.values, column.starts[known]!, column.starts[known + 1]!),
    );
  return set;
}

/** The same by its text, under which whoever reads lines knows it. */
function setOfValues(column: SetColumn, values: Int32Array, from: number, to: number): number {
  const { starts, bytes } = column.byBytes;
  let length = 0;
  for (let at = from; at < to; at++) {
    // Texts of codes are kept in the order of their values.
    const end = starts[values[at]! + 1]!;
    if (TEXT.bytes.length < length + end - starts[values[at]!]! + 1)
      TEXT.bytes = withRoom(TEXT.bytes, 2 * (length + end - starts[values[at]!]! + 1));
    if (at > from) TEXT.bytes[length++] = SPACE;
    for (let letter = starts[values[at]!]!; letter < end; letter++)
      TEXT.bytes[length++] = bytes[letter]!;
  }
  const text = { bytes: TEXT.bytes, from: 0, to: length };
  const known = numberOfText(column.sets!, text);
  if (known >= 0) return known;
  const set = column.count++;
  const start = column.starts[set]!;
  column.values = withRoom(column.values, start + to - from);
  for (let at = from; at < to; at++) column.values[start + at - from] = values[at]!;
  column.starts = withRoom(column.starts, column.count + 1);
  column.starts[column.count] = start + to - from;
  putText(column.sets!, text, set);
  return set;
}

const TEXT = { bytes: new Uint8Array(1024) };
const SPACE = " ".charCodeAt(0);

const LENGTHS = newScratch();
const VALUES = newScratch();
const SETS = newScratch();
