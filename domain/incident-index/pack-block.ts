import { readReference, referenceNumber } from "../reference";
import {
  BLOCK_SIZE,
  blockOfNumber,
  CODES_ARE,
  checkSum,
  EDITION_WORD,
  HEAD,
  KIND_PARTS,
} from "./block-format";
import { type ByteRange, type ByteTexts, noTexts, numberOfText, putText } from "./byte-texts";
import { PART_CODE } from "./facts-reader";
import { NUMBERS, SETS } from "./incident-facts";
import { emptyIncidentIndex, type IncidentIndex } from "./incident-index";
import { rangesBetween } from "./kinds-of-events";
import { bytesOf, emptyPacked, type Packed, packNumbers, packTexts, packWord } from "./packed";
import type { Codes, SetColumn } from "./set-column";
import { startChanges } from "./take-changes";

/** An incident with its line of facts. */
export type FactsLine = { number: number; facts: string };

/**
 * The facts of all incidents of a block column by column, with codes and kinds of events of its own: nothing of an
 * incident then stands anywhere but in its block. The numbers ascend, and all are of one block.
 */
export function packBlock(lines: readonly FactsLine[]): Uint8Array {
  const index = emptyIncidentIndex();
  startChanges(index).put(lines);
  const packed = emptyPacked();
  const { slots, events, shares } = index;
  for (const word of [EDITION_WORD, 0, slots, events.count, shares.count]) packWord(packed, word);
  const first = slots === 0 ? 0 : blockOfNumber(index.numberOf[0]!) * BLOCK_SIZE;
  // How many numbers are passed over before each: none in most blocks.
  packNumbers(
    packed,
    Array.from(index.numberOf.subarray(0, slots), (number, slot) => number - first - slot),
  );
  packWord(packed, first);
  packNumbers(
    packed,
    Array.from(index.tie.subarray(0, slots), (tie) => Math.floor(tie / 2 ** 32)),
  );
  packNumbers(
    packed,
    Array.from(index.tie.subarray(0, slots), (tie) => tie | 0),
  );
  for (const name of NUMBERS) packNumbers(packed, index.numbers[name].subarray(0, slots));
  for (const name of SETS) packSets(packed, index.sets[name], slots);
  packKinds(packed, index);
  packNumbers(packed, index.eventCount.subarray(0, slots));
  for (const column of [events.earliest, events.latest, events.kind])
    packNumbers(packed, column.subarray(0, events.count));
  packCodes(packed, index.areas);
  packNumbers(packed, index.shareCount.subarray(0, slots));
  for (const column of [shares.area, shares.low, shares.best, shares.high])
    packNumbers(packed, column.subarray(0, shares.count));
  const bytes = bytesOf(packed);
  const words = new Int32Array(bytes.buffer);
  words[HEAD.sum] = checkSum(words, HEAD.sum + 1);
  return bytes;
}

/** The codes, the sets as values of these, and which set each incident has; where sets are not shared that is its own. */
function packSets(packed: Packed, column: SetColumn, slots: number): void {
  const { count, starts, values } = column;
  packCodes(packed, column);
  packWord(packed, count);
  packNumbers(
    packed,
    Array.from({ length: count }, (_, set) => starts[set + 1]! - starts[set]!),
  );
  packWord(packed, starts[count]!);
  packNumbers(packed, values.subarray(0, starts[count]!));
  if (column.sets) packNumbers(packed, column.of.subarray(0, slots));
}

/** As texts, or as numbers where all are references of sources, of which hardly two incidents share one. */
function packCodes(packed: Packed, { codes, byBytes }: Codes): void {
  const areReferences =
    codes.length > 0 && codes.every((code) => readReference("SRC", code) === code);
  packWord(packed, areReferences ? CODES_ARE.references : CODES_ARE.texts);
  if (!areReferences) packTexts(packed, byBytes);
  else {
    packWord(packed, codes.length);
    packNumbers(packed, codes.map(referenceNumber));
  }
}

/**
 * The texts that kinds are made of; in what manners something happened, which are a type, a modality and whether it has
 * no day; at what places, which are areas, countries, localities and facilities; and of each kind which of either.
 */
function packKinds(packed: Packed, index: IncidentIndex): void {
  const parts = noTexts();
  const manners = noTuples(KIND_PARTS.manner);
  const places = noTuples(KIND_PARTS.places);
  const mannerOf: number[] = [];
  const placesOf: number[] = [];
  for (const [known, isUndated] of [
    [index.datedKinds, 0],
    [index.undatedKinds, 1],
  ] as const)
    for (let at = 0; at < known.count; at++) {
      const kind = known.numbers[at]!;
      const [type, modality, ...where] = rangesBetween(rangeAt(known, at), PART_CODE).map((text) =>
        partOf(parts, text),
      );
      mannerOf[kind] = tupleOf(manners, [type!, modality!, isUndated]);
      placesOf[kind] = tupleOf(places, where);
    }
  packTexts(packed, parts);
  for (const { columns } of [manners, places]) {
    packWord(packed, columns[0]!.length);
    for (const column of columns) packNumbers(packed, column);
  }
  packWord(packed, index.kinds.length);
  packNumbers(packed, mannerOf);
  packNumbers(packed, placesOf);
}

type Tuples = { columns: number[][]; known: Map<string, number> };

function noTuples(length: number): Tuples {
  return { columns: Array.from({ length }, () => []), known: new Map() };
}

function tupleOf({ columns, known }: Tuples, tuple: readonly number[]): number {
  const key = tuple.join();
  const found = known.get(key) ?? known.size;
  if (found === known.size) {
    known.set(key, found);
    for (const [at, column] of columns.entries()) column.push(tuple[at]!);
  }
  return found;
}

function partOf(parts: ByteTexts, text: ByteRange): number {
  const known = numberOfText(parts, text);
  if (known >= 0) return known;
  putText(parts, text, parts.count);
  return parts.count - 1;
}

function rangeAt({ starts, bytes }: ByteTexts, at: number): ByteRange {
  return { bytes, from: starts[at]!, to: starts[at + 1]! };
}
