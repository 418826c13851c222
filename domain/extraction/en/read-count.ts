import type { CountRange } from "../../count-range";
import { parseCount } from "../../parse-count";
import { QUALIFIERS } from "../lexicon/en/qualifiers";
import { nationAt } from "./nation-at";
import { byFirst, follows, standsAt } from "./phrases-at";
import { nounAt } from "./read-noun";
import { readNumber } from "./read-number";
import type { TaggedWord } from "./tag-words";

/** A count that begins there, with what qualifies it, "about 30", and the word behind it; null = none. */
export function readCount(
  words: readonly TaggedWord[],
  at: number,
): { count: CountRange; to: number } | null {
  const { meaning, length } = qualifierAt(words, at);
  const read = countAt(words, at + length, meaning, () => false);
  return read && { count: read.count, to: at + length + read.length };
}

export function qualifierAt(
  words: readonly TaggedWord[],
  at: number,
): { meaning: string; length: number } {
  const found = QUALIFIERS_BY_FIRST.get(words[at]?.lower ?? "")?.find(({ phrase }) =>
    standsAt(words, at, phrase),
  );
  // "handed over three people": the word belongs to the verb.
  const ofVerb =
    words[at]?.lower === "over" &&
    /^(?:hand|turn|t[ao]k|giv|gave)/.test(words[at - 1]?.lower ?? "");
  if (!found || ofVerb) return { meaning: "", length: 0 };
  const length = found.phrase.length;
  const next = qualifierAt(words, at + length);
  return { meaning: found.value || next.meaning, length: length + next.length };
}

export function countAt(
  words: readonly TaggedWord[],
  at: number,
  meaning: string,
  taken: (at: number) => boolean,
): { count: CountRange; length: number } | null {
  if (words[at]?.lower === "between") {
    const low = readNumber(words, at + 1);
    const high =
      low && words[at + 1 + low.length]?.lower === "and"
        ? readNumber(words, at + 2 + low.length)
        : null;
    return low && high
      ? { count: countOf(`${low.value} - ${high.value}`), length: 2 + low.length + high.length }
      : null;
  }
  const span = /^(\d{1,6})[-–](\d{1,6})$/.exec(words[at]?.text ?? "");
  if (span) return { count: countOf(`${span[1]} - ${span[2]}`), length: 1 };
  const first = taken(at) ? null : readNumber(words, at);
  if (
    !first ||
    (first.value >= 1900 &&
      first.value <= 2100 &&
      !/,/.test(words[at]!.text) &&
      first.length === 1 &&
      meaning === "" &&
      /^\d/.test(words[at]!.text) &&
      !nounAt(words, at + 1) &&
      !nationAt(words, at + 1))
  )
    return null;
  if (
    /^[$€£¥₩%]$/.test(words[at - 1]?.text ?? "") ||
    (/^[%$:]$/.test(words[at + first.length]?.text ?? "") && words[at + first.length]?.text !== ":")
  )
    return null;
  const joint = words[at + first.length]?.text ?? "";
  const second = /^(?:to|or|-|–)$/.test(joint) ? readNumber(words, at + first.length + 1) : null;
  if (second && second.value > first.value)
    return {
      count: countOf(`${first.value} - ${second.value}`),
      length: first.length + 1 + second.length,
    };
  const more = follows(words, at + first.length, "or more");
  return more
    ? { count: countOf(`at least ${first.value}`), length: first.length + 2 }
    : { count: countOf(`${meaning} ${first.value}`), length: first.length };
}

const countOf = (typed: string): CountRange => parseCount(typed).count;

const QUALIFIERS_BY_FIRST = byFirst(QUALIFIERS);
