type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The column itself where it has room for `length` values, else a longer copy, filled up with `filler`. */
export function withRoom<C extends Column>(column: C, length: number, filler = 0): C {
  if (column.length >= length) return column;
  const longer = new (column.constructor as new (length: number) => C)(
    Math.max(length, Math.ceil(column.length * 1.2), 64),
  );
  longer.set(column as never);
  if (filler !== 0) longer.fill(filler, column.length);
  return longer;
}

/**
 * How long a column should be that holds `length` values of so many slots, where more are expected: as if they were like
 * those so far, which are at first too few to say.
 */
export function likelyRoom(length: number, slots: number, expected: number): number {
  return slots < 8_192 ? length : Math.ceil((length / slots) * Math.max(slots, expected) * 1.02);
}

/** What no whole number of a column means. */
export const NONE = -0x80000000;

/** 0 for `NONE`, which alone is negative among counts. By its sign: to ask costs more where it cannot be foreseen. */
export function orZero(count: number): number {
  return count & ~(count >> 31);
}

/** 1 where a count is known, 0 for `NONE`; reckoned as `orZero` is. */
export function isKnown(count: number): 0 | 1 {
  return (1 + (count >> 31)) as 0 | 1;
}
