/** Chance that is the same on every call, machine and engine. */
export type Chance = {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number;
  /** True in so many of a hundred cases. */
  happens(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Each value as often as its weight says, in proportion to all of them. */
  weighted<T>(table: readonly (readonly [value: T, weight: number])[]): T;
  /** So many random bytes in hexadecimal; `bytes` is a multiple of four. */
  hex(bytes: number): string;
};

/**
 * A sequence of its own for each seed, stream and index, whole numbers of 0..2³²-1: no sequence depends on how much
 * of another was used. The generator is sfc32 (PractRand), which is no secret: never for anything that must be one.
 */
export function chanceOf(seed: number, stream: number, index: number): Chance {
  let a = seed | 0;
  let b = stream | 0;
  let c = index | 0;
  let counter = 1;
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  }
  // The first numbers still show what it was started with.
  for (let n = 0; n < 15; n++) next();

  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    happens: (percent) => below(10_000) < percent * 100,
    pick: (list) => list[below(list.length)]!,
    weighted(table) {
      let all = 0;
      for (const [, weight] of table) all += weight;
      let left = below(all);
      for (const [value, weight] of table) {
        if (left < weight) return value;
        left -= weight;
      }
      throw new Error("Nothing to choose from.");
    },
    hex(bytes) {
      let digits = "";
      for (let n = 0; n < bytes; n += 4) digits += next().toString(16).padStart(8, "0");
      return digits;
    },
  };
}
