import { withRoom } from "./columns";
import { type Packed, readNumbers, readWord } from "./packed";
import { enlarge, hashOfNumbers, noPlaceTable, type PlaceTable } from "./place-table";
import { readCodes } from "./read-codes";
import { newScratch, readInto, scratchFor } from "./scratch";
import { type SetColumn, setOf } from "./set-column";
import { noWordTexts, type WordTexts } from "./word-texts";

/** What is known of the codes and sets of a column from blocks that were read. */
export type SeenSets = { codes: WordTexts; sets: PlaceTable };

export function noSeenSets(): SeenSets {
  return { codes: noWordTexts(), sets: noPlaceTable() };
}

/** Puts the sets that a block has of a column into so many slots from one on. */
export function putSets(
  column: SetColumn,
  { codes, sets: table }: SeenSets,
  packed: Packed,
  slot: number,
  count: number,
): void {
  const own = readCodes(column, codes, packed);
  const sets = readWord(packed);
  const lengths = readInto(LENGTHS, packed, sets);
  const length = readWord(packed);
  const values = readInto(VALUES, packed, length);
  for (let at = 0; at < length; at++) values[at] = own[values[at]!]!;
  if (column.sets === null) {
    const first = appendSets(column, lengths, sets, values, length);
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
  lengths: Int32Array,
  sets: number,
  values: Int32Array,
  length: number,
): number {
  const first = column.count;
  let end = column.starts[first]!;
  column.values = withRoom(column.values, end + length);
  column.values.set(values.subarray(0, length), end);
  column.starts = withRoom(column.starts, first + sets + 1);
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
  const codes = Array.from(values.subarray(from, to), (value) => column.codes[value]!);
  const text = ENCODER.encode(codes.join(" "));
  const set = setOf(column, { bytes: text, from: 0, to: text.length });
  places[place] = set + 1;
  if (++table.count * 2 > places.length)
    enlarge(table, (known) =>
      hashOfNumbers(column.values, column.starts[known]!, column.starts[known + 1]!),
    );
  return set;
}

const ENCODER = new TextEncoder();

const LENGTHS = newScratch();
const VALUES = newScratch();
const SETS = newScratch();
