import { KIND_PARTS } from "./block-format";
import { asString, type ByteRange, numberOfText } from "./byte-texts";
import { PART_CODE } from "./facts-reader";
import type { EventKind, IncidentIndex } from "./incident-index";
import { addKind, codesOf, knownValues, placesOfKind } from "./kinds-of-events";
import { type Packed, readNumbers, readWord } from "./packed";
import { newScratch, readInto, type Scratch, scratchFor } from "./scratch";
import { valueOfCode } from "./set-column";
import { noTupleTable, placeOfTuple, putTuple, type TupleTable } from "./tuple-table";
import { bytesAt, noWordTexts, placeOfWords, putWords, type WordTexts } from "./word-texts";

/**
 * What is known of kinds of events from blocks that were read: the texts of their parts, manners and places by these,
 * what either is, and kinds by their manner and places.
 */
export type SeenKinds = {
  parts: WordTexts;
  manners: TupleTable;
  mannerOf: Manner[];
  places: TupleTable;
  placesOf: Places[];
  kinds: TupleTable;
};
type Manner = Pick<EventKind, "types" | "modality"> & { isUndated: boolean; text: Uint8Array };
type Places = Omit<EventKind, "types" | "modality"> & { text: Uint8Array };

export function noSeenKinds(): SeenKinds {
  return {
    parts: noWordTexts(),
    manners: noTupleTable(KIND_PARTS.manner),
    mannerOf: [],
    places: noTupleTable(KIND_PARTS.places),
    placesOf: [],
    kinds: noTupleTable(2),
  };
}

/** The kinds of the index that those of a block are; to be used up before others are read. */
export function readKinds(index: IncidentIndex, seen: SeenKinds, packed: Packed): Int32Array {
  readParts(seen.parts, packed);
  const manners = readTuples(seen.manners, packed, MANNERS, (place) => {
    seen.mannerOf.push(mannerOf(index, seen.parts));
    return putTuple(seen.manners, place, { key: KEY, from: 0 }, 0);
  });
  const places = readTuples(seen.places, packed, PLACES, (place) => {
    seen.placesOf.push(placesOf(index, seen.parts));
    return putTuple(seen.places, place, { key: KEY, from: 0 }, 0);
  });
  const count = readWord(packed);
  const own = scratchFor(COLUMNS, count * 2);
  readNumbers(packed, own, 0, count);
  readNumbers(packed, own, count, count);
  const found = scratchFor(KINDS, count);
  const { kinds } = seen;
  for (let kind = 0; kind < count; kind++) {
    KEY[0] = manners[own[kind]!]!;
    KEY[1] = places[own[count + kind]!]!;
    const known = placeOfTuple(kinds, KEY, 0);
    found[kind] = known >= 0 ? kinds.numbers[known]! : newKind(index, seen, known);
  }
  return found;
}

/** Where the texts of the kinds of a block are kept. */
function readParts(parts: WordTexts, packed: Packed): void {
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
}

/** Which of those that are known the tuples of a block are; `learn` is called for one that is none, which is the key. */
function readTuples(
  table: TupleTable,
  packed: Packed,
  into: Scratch,
  learn: (place: number) => number,
): Int32Array {
  const count = readWord(packed);
  const { length } = table;
  const columns = scratchFor(COLUMNS, count * length);
  for (let part = 0; part < length; part++) readNumbers(packed, columns, count * part, count);
  const found = scratchFor(into, count);
  const isUndated = table.length === KIND_PARTS.manner ? KIND_PARTS.manner - 1 : -1;
  for (let own = 0; own < count; own++) {
    for (let part = 0; part < length; part++) {
      const at = columns[count * part + own]!;
      KEY[part] = part === isUndated ? at : PARTS.numbers[at]!;
    }
    const known = placeOfTuple(table, KEY, 0);
    found[own] = known >= 0 ? known : learn(known);
  }
  return found;
}

const KEY = new Int32Array(4);

/** Of the parts that the key says. */
function mannerOf(index: IncidentIndex, parts: WordTexts): Manner {
  return {
    types: knownValues(index, "type", codesOf(partAt(parts, 0))),
    modality: asString(partAt(parts, 1)),
    isUndated: KEY[KIND_PARTS.manner - 1] === 1,
    text: joined([partAt(parts, 0), partAt(parts, 1)]),
  };
}

function placesOf(index: IncidentIndex, parts: WordTexts): Places {
  const [areas, countries, localities, facilities] = [0, 1, 2, 3].map((at) => partAt(parts, at));
  return {
    ...placesOfKind(index, { areas: areas!, countries: countries! }),
    localities: codesOf(localities!).map((code) => valueOfCode(index.localities, code)),
    facilities: codesOf(facilities!).map((code) => valueOfCode(index.facilities, code)),
    text: joined([areas!, countries!, localities!, facilities!]),
  };
}

function newKind(index: IncidentIndex, seen: SeenKinds, place: number): number {
  const { isUndated, text: manner, ...how } = seen.mannerOf[KEY[0]!]!;
  const { text: places, ...where } = seen.placesOf[KEY[1]!]!;
  const bytes = joined([manner, places].map((text) => ({ bytes: text, from: 0, to: text.length })));
  const text = { bytes, from: 0, to: bytes.length };
  const known = numberOfText(isUndated ? index.undatedKinds : index.datedKinds, text);
  const kind = known >= 0 ? known : addKind(index, text, isUndated, { ...how, ...where });
  putTuple(seen.kinds, place, { key: KEY, from: 0 }, kind);
  return kind;
}

function partAt(parts: WordTexts, at: number): ByteRange {
  const bytes = bytesAt(parts, KEY[at]!);
  return { bytes, from: 0, to: bytes.length };
}

function joined(texts: readonly ByteRange[]): Uint8Array {
  const bytes: number[] = [];
  for (const [at, text] of texts.entries()) {
    if (at > 0) bytes.push(PART_CODE);
    for (let from = text.from; from < text.to; from++) bytes.push(text.bytes[from]!);
  }
  return Uint8Array.from(bytes);
}

const LENGTHS = newScratch();
const PARTS = newScratch();
const MANNERS = newScratch();
const PLACES = newScratch();
const COLUMNS = newScratch();
const KINDS = newScratch();
