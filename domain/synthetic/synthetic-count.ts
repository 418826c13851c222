import { type CountRange, unknownCount } from "../count-range";
import type { Chance } from "./chance";
import { fill, type Phrases } from "./phrases";

/** How many people an incident is about: mostly a few, now and then some hundred. */
export function anyNumber(chance: Chance): number {
  return chance.weighted([
    [chance.between(1, 3), 40],
    [chance.between(4, 12), 38],
    [chance.between(13, 60), 17],
    [chance.between(61, 600), 5],
  ]);
}

/** What a source may know of the number: it itself, a range around it, one bound of three, or nothing. One person is always one. */
export function syntheticCount(chance: Chance, n: number): CountRange {
  if (n === 1) return { low: 1, best: 1, high: 1 };
  const less = Math.max(1, n - chance.between(1, 1 + Math.ceil(n / 5)));
  const more = n + chance.between(1, 1 + Math.ceil(n / 5));
  return chance.weighted<CountRange>([
    [{ low: n, best: n, high: n }, 48],
    [{ low: less, best: n, high: more }, 12],
    [{ low: less, best: null, high: more }, 12],
    [{ low: null, best: n, high: null }, 9],
    [{ low: n, best: null, high: null }, 9],
    [{ low: null, best: null, high: more }, 3],
    [unknownCount, 7],
  ]);
}

/** The count in words, with the counting word of the language. */
export function countInWords({ low, best, high }: CountRange, { count }: Phrases): string {
  const words = (phrase: string, n: number, m = n) => fill(phrase, { n: `${n}`, m: `${m}` });
  if (low !== null && high !== null)
    return low === high ? words(count.exactly, low) : words(count.between, low, high);
  if (low !== null) return words(count.atLeast, low);
  if (high !== null) return words(count.atMost, high);
  return best === null ? count.unknown : words(count.about, best);
}
