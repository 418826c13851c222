import { withRoom } from "./columns";
import { addHaving, type Having, type ValuesOf } from "./having";
import { noSlots, type SlotBits } from "./slot-bits";

/** Codes with their values, which count from 0. */
export type Codes = { codes: string[]; byCode: Map<string, number> };

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
  byText: Map<string, number> | null;
  /** By value, the slots that have it. */
  having: Having[];
  /** Of sets that are not shared, how many slots have each value; they have many values. */
  perValue: Uint32Array | null;
};

/** `isShared`: whether many incidents have the same set. */
export function emptySetColumn({ isShared }: { isShared: boolean }): SetColumn {
  return {
    of: new Uint32Array(0),
    count: 0,
    starts: new Uint32Array(1),
    values: new Uint32Array(0),
    codes: [],
    byCode: new Map(),
    byText: isShared ? new Map() : null,
    having: [],
    perValue: isShared ? null : new Uint32Array(0),
  };
}

/** The set of codes that a text names, one space apart; a new one where it is not known. */
export function setOf(column: SetColumn, text: string): number {
  return column.byText?.get(text) ?? addSet(column, text);
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
  const counts = withRoom(column.perValue!, column.codes.length);
  for (const value of valuesOfSet(column, column.of[slot]!)) counts[value]! += sign;
  return counts;
}

/** Lays the sets of a column that shares none in the order of the slots, of which there are so many, and forgets all others. */
export function layInOrder(column: SetColumn, slots: number): void {
  const { of, starts, values } = column;
  let length = 0;
  for (let slot = 0; slot < slots; slot++) length += starts[of[slot]! + 1]! - starts[of[slot]!]!;
  const laid = { starts: new Uint32Array(slots + 1), values: new Uint32Array(length) };
  let filled = 0;
  for (let slot = 0; slot < slots; slot++) {
    const end = starts[of[slot]! + 1]!;
    for (let at = starts[of[slot]!]!; at < end; at++) laid.values[filled++] = values[at]!;
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

function addSet(column: SetColumn, text: string): number {
  const set = column.count;
  const codes = text === "" ? [] : text.split(" ");
  const from = column.starts[set]!;
  const to = from + codes.length;
  column.values = withRoom(column.values, to);
  for (const [at, code] of codes.entries()) column.values[from + at] = codeValue(column, code);
  column.count++;
  column.starts = withRoom(column.starts, column.count + 1);
  column.starts[column.count] = to;
  column.byText?.set(copyOf(text), set);
  return set;
}

/** The value of a code, a new one where it has none. */
export function codeValue(column: Codes, code: string): number {
  const found = column.byCode.get(code);
  if (found !== undefined) return found;
  const value = column.codes.length;
  const own = copyOf(code);
  column.codes.push(own);
  column.byCode.set(own, value);
  return value;
}

/** A part of a long text keeps all of it in memory; this does not. */
export function copyOf(text: string): string {
  return text.split("").join("");
}
