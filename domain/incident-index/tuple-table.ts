import { withRoom } from "./columns";
import { hashOfWords } from "./word-texts";

/**
 * Numbers by as many whole numbers each, which `keys` has one after the other. `places`: which of them it is, plus one,
 * where its hash leads, or at the next that is free.
 */
export type TupleTable = {
  length: number;
  count: number;
  places: Int32Array;
  keys: Int32Array;
  numbers: Int32Array;
};

export function noTupleTable(length: number): TupleTable {
  return {
    length,
    count: 0,
    places: new Int32Array(256),
    keys: new Int32Array(0),
    numbers: new Int32Array(0),
  };
}

/** Which of those that are known a key is, that begins at a place; below 0 where it is none: what `putTuple` asks for. */
export function placeOfTuple(table: TupleTable, key: Int32Array, from: number): number {
  const { places, keys, length } = table;
  const mask = places.length - 1;
  for (let place = hashOfWords(key, from, length) & mask; ; place = (place + 1) & mask) {
    const known = places[place]! - 1;
    if (known < 0) return -1 - place;
    let at = 0;
    while (at < length && keys[known * length + at] === key[from + at]) at++;
    if (at === length) return known;
  }
}

/** Keeps a key at the place that `placeOfTuple` said, with a number. Returns which of those that are known it is. */
export function putTuple(
  table: TupleTable,
  place: number,
  { key, from }: { key: Int32Array; from: number },
  number: number,
): number {
  const { length } = table;
  const known = table.count++;
  table.keys = withRoom(table.keys, table.count * length);
  for (let at = 0; at < length; at++) table.keys[known * length + at] = key[from + at]!;
  table.numbers = withRoom(table.numbers, table.count);
  table.numbers[known] = number;
  table.places[-1 - place] = known + 1;
  if (table.count * 2 > table.places.length) enlarge(table);
  return known;
}

function enlarge(table: TupleTable): void {
  const { length, keys, count } = table;
  const places = new Int32Array(table.places.length * 4);
  const mask = places.length - 1;
  for (let known = 0; known < count; known++) {
    let place = hashOfWords(keys, known * length, length) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = known + 1;
  }
  table.places = places;
}
