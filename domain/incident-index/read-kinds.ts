import { KIND_PARTS } from "./block-format";
import { withRoom } from "./columns";
import { kindOf, PART_CODE } from "./facts-reader";
import type { IncidentIndex } from "./incident-index";
import { type Packed, readNumbers, readWord } from "./packed";
import { enlarge, hashOfNumbers, noPlaceTable, type PlaceTable } from "./place-table";
import { newScratch, readInto, scratchFor } from "./scratch";
import { bytesAt, noWordTexts, placeOfWords, putWords, type WordTexts } from "./word-texts";

/** What is known of kinds of events from blocks that were read: the texts of their parts, and kinds by these. */
export type SeenKinds = { parts: WordTexts; kinds: KindTable };
type KindTable = PlaceTable & { keys: Int32Array; of: Uint32Array };

export function noSeenKinds(): SeenKinds {
  const kinds = { ...noPlaceTable(), keys: new Int32Array(0), of: new Uint32Array(0) };
  return { parts: noWordTexts(), kinds };
}

/** The kinds of the index that those of a block are. */
export function readKinds(
  index: IncidentIndex,
  { parts, kinds }: SeenKinds,
  packed: Packed,
): Int32Array {
  const partOf = readParts(parts, packed);
  const count = readWord(packed);
  const columns = scratchFor(COLUMNS, count * (KIND_PARTS + 1));
  for (let part = 0; part <= KIND_PARTS; part++) readNumbers(packed, columns, count * part, count);
  const found = scratchFor(KINDS, count);
  for (let own = 0; own < count; own++) {
    for (let part = 0; part < KIND_PARTS; part++) KEY[part] = partOf[columns[count * part + own]!]!;
    KEY[KIND_PARTS] = columns[count * KIND_PARTS + own]!;
    found[own] = kindOfKey(index, parts, kinds);
  }
  return found;
}

/** Where the texts of the kinds of a block are kept. */
function readParts(parts: WordTexts, packed: Packed): Int32Array {
  const count = readWord(packed);
  const lengths = readInto(LENGTHS, packed, count);
  const places = scratchFor(PARTS, count);
  const { words } = packed;
  let from = packed.at >>> 2;
  for (let at = 0; at < count; at++) {
    const length = lengths[at]!;
    const place = placeOfWords(parts, words, from, length);
    places[at] = place >= 0 ? place : putWords(parts, place, { words, from, length }, 0);
    from += (length + 3) >>> 2;
  }
  packed.at = from * 4;
  return places;
}

/** The parts of a kind, and whether it has no day. */
const KEY = new Int32Array(KIND_PARTS + 1);

function kindOfKey(index: IncidentIndex, parts: WordTexts, kinds: KindTable): number {
  const { places, keys } = kinds;
  const mask = places.length - 1;
  let place = hashOfNumbers(KEY, 0, KEY.length) & mask;
  for (; places[place] !== 0; place = (place + 1) & mask) {
    const start = (places[place]! - 1) * KEY.length;
    let at = 0;
    while (at < KEY.length && keys[start + at] === KEY[at]) at++;
    if (at === KEY.length) return kinds.of[places[place]! - 1]!;
  }
  const text: number[] = [];
  for (let part = 0; part < KIND_PARTS; part++) {
    if (part > 0) text.push(PART_CODE);
    text.push(...bytesAt(parts, KEY[part]!));
  }
  const range = { bytes: Uint8Array.from(text), from: 0, to: text.length };
  const kind = kindOf(index, range, KEY[KIND_PARTS] === 1);
  const known = kinds.count++;
  kinds.keys = withRoom(keys, kinds.count * KEY.length);
  kinds.keys.set(KEY, known * KEY.length);
  kinds.of = withRoom(kinds.of, kinds.count);
  kinds.of[known] = kind;
  places[place] = known + 1;
  if (kinds.count * 2 > places.length)
    enlarge(kinds, (at) => hashOfNumbers(kinds.keys, at * KEY.length, (at + 1) * KEY.length));
  return kind;
}

const LENGTHS = newScratch();
const PARTS = newScratch();
const COLUMNS = newScratch();
const KINDS = newScratch();
