import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Clause } from "./cut-clauses";
import type { TaggedWord } from "./tag-words";

/**
 * True when word `at` belongs to another verb with the same subject, right before "and" and the event's own verb:
 * "was taken from a center in Yegoryevsk on Thursday and put on a flight". What holds of the one holds of the other.
 */
export function sharesSubject(
  words: readonly TaggedWord[],
  { from, trigger }: Clause,
  at: number,
): boolean {
  const and =
    trigger.from - 1 - (/^(?:then|later)$/.test(words[trigger.from - 1]?.lower ?? "") ? 1 : 0);
  if (words[and]?.lower !== "and" || at < from || at >= and) return false;
  if (words.slice(at, and).some(({ lower, verb }) => verb || /^[,;:]$/.test(lower))) return false;
  const verb = words.findLastIndex((word, index) => index >= from && index < at && word.verb);
  return (
    verb >= 0 &&
    !SPEECH_VERBS.has(words[verb]!.lower) &&
    !words.slice(verb, at).some(({ lower }) => /^(?:[,;:]|who|which|that|where|when)$/.test(lower))
  );
}
