import {
  asString,
  type ByteRange,
  type ByteTexts,
  noTexts,
  numberOfText,
  putText,
} from "./byte-texts";
import { withRoom } from "./columns";
import { addHaving, type Having, type ValuesOf } from "./having";
import { noSlots, type SlotBits } from "./slot-bits";

/** Codes with their values, which count from 0; also by their bytes. */
export type Codes = { codes: string[]; byCode: Map<string, number>; byBytes: ByteTexts };

export function noCodes(): Codes {
  return { codes: [], byCode: new Map(), byBytes: noTexts() };
}

/**
 * What each incident has of one kind: a set of codes. A set is kept once for all that share it, one after the other
 * in `values`; `starts` has one entry more than there are sets.
 */
export type SetColumn = Codes & {
  /** The set of a slot. */
  of: Uint32Array;
  count: number;
  starts: Uint32Array;
  values: Uint32Array;
  /** Null where hardly any two incidents share a set, so that looking for it costs more than it saves. */
  sets: ByteTexts | null;
  /** By value, the slots that have it. */
  having: Having[];
  /** By value, how many slots that are not retracted have it. */
  perValue: Uint32Array;
};

/** `isShared`: whether many incidents have the same set. */
export function emptySetColumn({ isShared }: { isShared: boolean }): SetColumn {
  return {
    of: new Uint32Array(0),
    count: 0,
    starts: new Uint32Array(1),
    values: new Uint32Array(0),
    ...noCodes(),
    sets: isShared ? noTexts() : null,
    having: [],
    perValue: new Uint32Array(0),
  };
}

/** The set of codes that a text names, one space apart; a new one where it is not known. */
export function setOf(column: SetColumn, text: ByteRange): number {
  const known = column.sets ? numberOfText(column.sets, text) : -1;
  return known >= 0 ? known : addSet(column, text);
}

/** The slots that have one of the codes; `room` is that of the index. */
export function slotsWithAny(
  { having, byCode }: SetColumn,
  codes: readonly string[],
  room: number,
): SlotBits {
  const found = noSlots(room);
  for (const code of codes) addHaving(found, having[byCode.get(code) ?? -1]);
  return found;
}

/** The counts of all values when a slot comes to those that have its own, or goes. */
export function changePerValue(column: SetColumn, slot: number, sign: 1 | -1): Uint32Array {
  const counts = withRoom(column.perValue, column.codes.length);
  for (const value of valuesOfSet(column, column.of[slot]!)) counts[value]! += sign;
  return counts;
}

/** Lays the sets of a column that shares none in the order of the slots, of which there are so many, and forgets all others. */
export function layInOrder(column: SetColumn, slots: number): void {
  const { of, starts, values, count } = column;
  const laid = { starts: new Uint32Array(slots + 1), values: new Uint32Array(starts[count]!) };
  let filled = 0;
  for (let slot = 0; slot < slots; slot++) {
    const set = of[slot]!;
    const end = starts[set + 1]!;
    for (let at = starts[set]!; at < end; at++) laid.values[filled++] = values[at]!;
    laid.starts[slot + 1] = filled;
    of[slot] = slot;
  }
  Object.assign(column, laid, { count: slots });
}

/** The values of a set. */
export function valuesOfSet({ starts, values }: SetColumn, set: number): Uint32Array {
  return values.subarray(starts[set], starts[set + 1]);
}

/** Where the values of each slot stand. */
export function valuesOfSlots({ of, starts, values }: SetColumn): ValuesOf {
  return {
    values,
    from: (slot) => starts[of[slot]!]!,
    end: (slot) => starts[of[slot]! + 1]!,
  };
}

function addSet(column: SetColumn, text: ByteRange): number {
  const set = column.count;
  let end = column.starts[set]!;
  for (let from = text.from; from < text.to; ) {
    let to = from;
    while (to < text.to && text.bytes[to] !== SPACE) to++;
    column.values = withRoom(column.values, end + 1);
    column.values[end++] = valueOfCode(column, { bytes: text.bytes, from, to });
    from = to + 1;
  }
  column.count++;
  column.starts = withRoom(column.starts, column.count + 1);
  column.starts[column.count] = end;
  if (column.sets) putText(column.sets, text, set);
  return set;
}

const SPACE = " ".charCodeAt(0);

/** The value of a code, a new one where it has none. */
export function valueOfCode(column: Codes, code: ByteRange): number {
  const known = numberOfText(column.byBytes, code);
  return known >= 0 ? known : addCode(column, code, asString(code));
}

/** The value that a code gets which has none; `text`: the same as a string. */
export function addCode(column: Codes, code: ByteRange, text: string): number {
  const value = column.codes.length;
  column.codes.push(text);
  column.byCode.set(text, value);
  putText(column.byBytes, code, value);
  return value;
}
