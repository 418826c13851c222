import { MAX_COUNT } from "../../count-range";
import { withDigits } from "../../number-words";
import type { Word } from "./cut-words";

/** A whole number that begins at a word: its value and how many words it takes. */
export type ReadNumber = { value: number; length: number };

/** "20", "1,200", "twenty-nine", "a dozen", "half a dozen", "two hundred and nine", "1.3 million"; null = none. */
export function readNumber(words: readonly Word[], at: number): ReadNumber | null {
  const lower = (offset: number) => words[at + offset]?.lower ?? "";
  if (lower(0) === "half" && lower(1) === "a" && lower(2) === "dozen")
    return { value: 6, length: 3 };
  const first = numberOf(lower(0));
  if (first === null) {
    const multiple = /^an?$/.test(lower(0)) ? MULTIPLES.get(lower(1)) : undefined;
    return multiple === undefined ? null : withRest(words, at, multiple, 2);
  }
  const multiple = MULTIPLES.get(lower(1));
  if (multiple !== undefined) return withRest(words, at, Math.round(first * multiple), 2);
  return Number.isInteger(first) && first <= MAX_COUNT ? { value: first, length: 1 } : null;
}

const MULTIPLES = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);

/** The "and nine" of "two hundred and nine". */
function withRest(
  words: readonly Word[],
  at: number,
  value: number,
  length: number,
): ReadNumber | null {
  if (value > MAX_COUNT) return null;
  const and = words[at + length]?.lower === "and" ? 1 : 0;
  const rest = numberOf(words[at + length + and]?.lower ?? "");
  const fits =
    rest !== null && rest < 100 && value % 100 === 0 && value >= 100 && !/\d/.test(words[at]!.text);
  return fits ? { value: value + rest, length: length + and + 1 } : { value, length };
}

function numberOf(word: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+$/.test(word)) return Number(word.replaceAll(",", ""));
  if (/^\d{1,8}(?:\.\d+)?$/.test(word)) return Number(word);
  if (!/^[a-z]+(?:-[a-z]+)?$/.test(word)) return null;
  const digits = withDigits(word);
  return /^\d+$/.test(digits) ? Number(digits) : null;
}
