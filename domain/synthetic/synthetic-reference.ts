import { newReference, type ReferencePrefix } from "../reference";

/** References have six characters of thirty: two halves of three. */
const HALF = 30 ** 3;
const ROUNDS = 4;

/**
 * The nth reference of a seed, `n` from 0 to below 729 million. No two n give the same one, and neighbours look
 * nothing alike: a Feistel network over the two halves, which can be undone and so never repeats itself.
 */
export function syntheticReference(prefix: ReferencePrefix, seed: number, n: number): string {
  let left = Math.floor(n / HALF);
  let right = n % HALF;
  const key = prefix === "INC" ? seed : ~seed;
  for (let round = 1; round <= ROUNDS; round++)
    [left, right] = [right, (left + stirred(key, round, right)) % HALF];
  const digits = [left, right].flatMap((half) => [
    Math.floor(half / 900),
    Math.floor(half / 30) % 30,
    half % 30,
  ]);
  let at = 0;
  return newReference(prefix, () => digits[at++]!);
}

/** 0..2³²-1, by the finalizer of MurmurHash3. */
function stirred(key: number, round: number, half: number): number {
  let h = Math.imul(key ^ Math.imul(round, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(half, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
