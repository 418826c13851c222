/** Places by what they hold: a place plus one where its hash leads, or at the next that is free. */
export type PlaceTable = { count: number; places: Int32Array };

export function noPlaceTable(): PlaceTable {
  return { count: 0, places: new Int32Array(256) };
}

/** Makes room where half of it is taken; `hash`: that of what a place holds. */
export function enlarge(table: PlaceTable, hash: (at: number) => number): void {
  const before = table.places;
  table.places = new Int32Array(before.length * 4);
  const mask = table.places.length - 1;
  for (const known of before) {
    if (known === 0) continue;
    let place = hash(known - 1) & mask;
    while (table.places[place] !== 0) place = (place + 1) & mask;
    table.places[place] = known;
  }
}

export function hashOfNumbers(values: Int32Array | Uint32Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ values[at]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}
