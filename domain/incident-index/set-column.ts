import { withRoom } from "./columns";
import { addSlot, countBoth, noSlots, removeSlot, type SlotBits } from "./slot-bits";

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
  /** By value, the slots that have it; null where values are so many that going through the slots is quicker. */
  having: Having[] | null;
};

/** The slots that have a value: as bits where they are many, else one after the other, ascending. */
export type Having = { bits: SlotBits | null; list: Uint32Array; count: number };

/** `hasMany`: whether there are nearly as many values as incidents. */
export function emptySetColumn({ hasMany }: { hasMany: boolean }): SetColumn {
  return {
    of: new Uint32Array(0),
    count: 0,
    starts: new Uint32Array(1),
    values: new Uint32Array(0),
    codes: [],
    byCode: new Map(),
    byText: hasMany ? null : new Map(),
    having: hasMany ? null : [],
  };
}

/** Gives a slot the set of codes that a text names, one space apart. The slots by value are not changed. */
export function putSet(column: SetColumn, slot: number, text: string): void {
  column.of = withRoom(column.of, slot + 1);
  column.of[slot] = column.byText?.get(text) ?? addSet(column, text);
}

/** For each set, 1 where it holds one of the codes. */
export function setsWithAny(column: SetColumn, codes: readonly string[]): Uint8Array {
  const isWanted = new Uint8Array(column.codes.length);
  for (const code of codes) {
    const value = column.byCode.get(code);
    if (value !== undefined) isWanted[value] = 1;
  }
  const { count, starts, values } = column;
  const found = new Uint8Array(count);
  for (let set = 0; set < count; set++)
    for (let at = starts[set]!; at < starts[set + 1]!; at++)
      if (isWanted[values[at]!]) found[set] = 1;
  return found;
}

/** The slots that have one of the codes, of so many slots and so much room as the index has. */
export function slotsWithAny(
  column: SetColumn,
  codes: readonly string[],
  { slots, room }: { slots: number; room: number },
): SlotBits {
  const found = noSlots(room);
  if (column.having === null) {
    const isWanted = setsWithAny(column, codes);
    for (let slot = 0; slot < slots; slot++) if (isWanted[column.of[slot]!]) addSlot(found, slot);
    return found;
  }
  for (const code of codes) {
    const having = column.having[column.byCode.get(code) ?? -1];
    if (!having) continue;
    const { bits, list, count } = having;
    if (bits) for (let at = 0; at < bits.length; at++) found[at]! |= bits[at]!;
    else for (let at = 0; at < count; at++) addSlot(found, list[at]!);
  }
  return found;
}

/** How many of the slots have each value, of a column that keeps them. */
export function countPerValue({ having }: SetColumn, slots: SlotBits): Uint32Array {
  return Uint32Array.from(having!, ({ bits, list, count }) => {
    if (bits) return countBoth(bits, slots);
    let found = 0;
    for (let at = 0; at < count; at++) {
      const slot = list[at]!;
      found += (slots[slot >>> 5]! >>> (slot & 31)) & 1;
    }
    return found;
  });
}

/** The values of a set. */
export function valuesOfSet({ starts, values }: SetColumn, set: number): Uint32Array {
  return values.subarray(starts[set], starts[set + 1]);
}

/** Finds anew which slots have each value. */
export function findHaving(column: SetColumn, taken: Uint32Array, slots: number): void {
  if (column.having === null) return;
  const { of, starts, values } = column;
  const perValue = new Uint32Array(column.codes.length);
  const perSet = new Uint32Array(column.count);
  for (let at = 0; at < taken.length; at++) perSet[of[taken[at]!]!]!++;
  for (let set = 0; set < column.count; set++)
    for (let at = starts[set]!; at < starts[set + 1]!; at++) perValue[values[at]!]! += perSet[set]!;
  const having = Array.from(perValue, (count): Having => {
    // So many bits take as long to go through as the list does.
    const isMany = count > slots / 32;
    return {
      bits: isMany ? noSlots(slots) : null,
      list: new Uint32Array(isMany ? 0 : count),
      count: isMany ? count : 0,
    };
  });
  for (const slot of taken) {
    const end = starts[of[slot]! + 1]!;
    for (let at = starts[of[slot]!]!; at < end; at++) {
      const one = having[values[at]!]!;
      if (one.bits) addSlot(one.bits, slot);
      else one.list[one.count++] = slot;
    }
  }
  column.having = having;
}

/** Makes room for slots among those that have each value. */
export function makeRoom(column: SetColumn, slots: number): void {
  for (const one of column.having ?? []) {
    if (one.bits && one.bits.length << 5 < slots) {
      const longer = noSlots(slots);
      longer.set(one.bits);
      one.bits = longer;
    }
  }
}

/** Takes a slot out of those that have the values of its set, or puts it in. */
export function changeHaving(column: SetColumn, slot: number, isIn: boolean): void {
  if (column.having === null) return;
  for (const value of valuesOfSet(column, column.of[slot]!)) {
    column.having[value] ??= { bits: null, list: new Uint32Array(0), count: 0 };
    const one = column.having[value];
    if (!one.bits) changeList(one, slot, isIn);
    else {
      one.count += isIn ? 1 : -1;
      if (isIn) addSlot(one.bits, slot);
      else removeSlot(one.bits, slot);
    }
  }
}

function changeList(having: Having, slot: number, isIn: boolean): void {
  const { count } = having;
  let at = 0;
  for (let end = count; at < end; ) {
    const middle = (at + end) >>> 1;
    if (having.list[middle]! < slot) at = middle + 1;
    else end = middle;
  }
  if (isIn) {
    having.list = withRoom(having.list, count + 1);
    having.list.copyWithin(at + 1, at, count);
    having.list[at] = slot;
    having.count++;
  } else {
    having.list.copyWithin(at, at + 1, count);
    having.count--;
  }
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
