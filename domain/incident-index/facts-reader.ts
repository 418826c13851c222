import { asString, type ByteRange, numberOfText } from "./byte-texts";
import { NONE, withRoom } from "./columns";
import { ALWAYS, EXTENTS } from "./extents";
import { EVENT_MARK, FIELD_MARK, NUMBERS, PART_MARK, SETS, TIE_LENGTH } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { addKind, codesOf, knownValues, placesOfKind, rangesBetween } from "./kinds-of-events";
import { setOf, valueOfCode } from "./set-column";

/**
 * Puts the facts of a line into a slot, for which every column must have room; until any of them is given more.
 * The order, and which slots have a value, are not changed.
 */
export function factsReader(index: IncidentIndex): (slot: number, line: string) => void {
  const { tie } = index;
  const numbers = NUMBERS.map((name) => index.numbers[name]);
  const sets = SETS.map((name) => index.sets[name]);
  const cursor: Cursor = { line: "", codes: new Uint8Array(4096), at: 0, length: 0 };
  return (slot, line) => {
    readCodes(cursor, line);
    const { codes } = cursor;
    cursor.at = TIE_LENGTH + 1;
    tie[slot] = Number.parseInt(line.slice(0, TIE_LENGTH), 16);
    for (let n = 0; n < numbers.length; n++) numbers[n]![slot] = readNumber(cursor);
    for (const column of sets) {
      let end = cursor.at;
      while (codes[end] !== FIELD_CODE) end++;
      column.of[slot] = setOf(column, { bytes: codes, from: cursor.at, to: end });
      cursor.at = end + 1;
    }
    putEvents(index, slot, cursor);
    putShares(index, slot, cursor);
  };
}

/** Where a line is read. Without parting it first, which would take most of the time of a start. */
type Cursor = { line: string; codes: Uint8Array; at: number; length: number };

const ENCODER = new TextEncoder();

/** The codes of a line, all ASCII: to ask a part of a long text for them one by one takes several times as long. */
function readCodes(cursor: Cursor, line: string): void {
  if (cursor.codes.length < line.length * 3) cursor.codes = new Uint8Array(line.length * 3);
  const { written } = ENCODER.encodeInto(line, cursor.codes);
  if (written !== line.length) throw new Error(`Not a line of facts: ${line.slice(0, 80)}`);
  cursor.line = line;
  cursor.length = written;
}

/** A whole number, with the mark after it. */
function readNumber(cursor: Cursor): number {
  const { codes, length } = cursor;
  let { at } = cursor;
  const isNegative = codes[at] === MINUS;
  if (isNegative) at++;
  let number = 0;
  const from = at;
  for (; at < length; at++) {
    const digit = codes[at]! - ZERO;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  cursor.at = at + 1;
  return at === from ? NONE : isNegative ? -number : number;
}

const MINUS = "-".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
const FIELD_CODE = FIELD_MARK.charCodeAt(0);
const EVENT_CODE = EVENT_MARK.charCodeAt(0);
export const PART_CODE = PART_MARK.charCodeAt(0);

/** Whether another part of the field is to be read; what ends the field is read with it. */
function hasPart(cursor: Cursor): boolean {
  const { codes, at, length } = cursor;
  if (at < length && codes[at] !== FIELD_CODE) return true;
  cursor.at++;
  return false;
}

function putEvents(index: IncidentIndex, slot: number, cursor: Cursor): void {
  const { events } = index;
  const { codes, length } = cursor;
  const from = events.count;
  let [leastEarliest, leastLatest] = [ALWAYS.last, ALWAYS.last];
  let [mostEarliest, mostLatest] = [ALWAYS.first, ALWAYS.first];
  while (hasPart(cursor)) {
    const at = events.count++;
    if (at === events.kind.length) {
      events.earliest = withRoom(events.earliest, events.count);
      events.latest = withRoom(events.latest, events.count);
      events.kind = withRoom(events.kind, events.count);
    }
    const earliest = readNumber(cursor);
    const latest = readNumber(cursor);
    events.earliest[at] = earliest;
    events.latest[at] = latest;
    const isUndated = earliest === NONE && latest === NONE;
    if (!isUndated) {
      const first = earliest === NONE ? ALWAYS.first : earliest;
      const last = latest === NONE ? ALWAYS.last : latest;
      leastEarliest = Math.min(leastEarliest, first);
      mostEarliest = Math.max(mostEarliest, first);
      leastLatest = Math.min(leastLatest, last);
      mostLatest = Math.max(mostLatest, last);
    }
    let end = cursor.at;
    while (end < length && codes[end] !== EVENT_CODE && codes[end] !== FIELD_CODE) end++;
    events.kind[at] = kindOf(index, { bytes: codes, from: cursor.at, to: end }, isUndated);
    cursor.at = codes[end] === EVENT_CODE ? end + 1 : end;
  }
  index.eventsFrom[slot] = from;
  index.eventCount[slot] = events.count - from;
  const extents = { leastEarliest, mostEarliest, leastLatest, mostLatest };
  for (const name of EXTENTS) index.extents[name][slot] = extents[name];
}

function putShares(index: IncidentIndex, slot: number, cursor: Cursor): void {
  const { shares } = index;
  const { codes } = cursor;
  const from = shares.count;
  while (hasPart(cursor)) {
    const at = shares.count++;
    if (at === shares.area.length) {
      shares.area = withRoom(shares.area, shares.count);
      for (const bound of BOUNDS) shares[bound] = withRoom(shares[bound], shares.count);
    }
    let end = cursor.at;
    while (codes[end] !== PART_CODE) end++;
    shares.area[at] = valueOfCode(index.areas, { bytes: codes, from: cursor.at, to: end });
    cursor.at = end + 1;
    for (const bound of BOUNDS) shares[bound][at] = readNumber(cursor);
  }
  index.sharesFrom[slot] = from;
  index.shareCount[slot] = shares.count - from;
}

const BOUNDS = ["low", "best", "high"] as const;

function kindOf(index: IncidentIndex, text: ByteRange, isUndated: boolean): number {
  const found = numberOfText(isUndated ? index.undatedKinds : index.datedKinds, text);
  if (found >= 0) return found;
  const [type, modality, areas, countries, localities, facilities] = partsOf(text);
  return addKind(index, text, isUndated, {
    ...placesOfKind(index, { areas: areas!, countries: countries! }),
    types: knownValues(index, "type", codesOf(type!)),
    modality: asString(modality!),
    localities: codesOf(localities!).map((code) => valueOfCode(index.localities, code)),
    facilities: codesOf(facilities!).map((code) => valueOfCode(index.facilities, code)),
  });
}

function partsOf(text: ByteRange): ByteRange[] {
  return rangesBetween(text, PART_CODE);
}
