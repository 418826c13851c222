import { exactly, type FoundPeople, people } from "./found-people";
import { follows } from "./phrases-at";
import { age } from "./read-age";
import type { TaggedWord } from "./tag-words";

/** "They", "she", "some of them", "those held": people without a noun of their own; null = none begin there. */
export function readPronoun(words: readonly TaggedWord[], at: number): FoundPeople | null {
  const { lower } = words[at]!;
  if (/^(?:they|them|themselves)$/.test(lower))
    return people(words, at, at + 1, { definite: true, pronoun: true });
  if (isSingular(words, at))
    return people(words, at, at + 1, { definite: true, pronoun: true, single: true });
  if (
    /^(?:some|most|many|several|dozens|hundreds)$/.test(lower) &&
    follows(words, at + 1, "of") &&
    /^(?:them|these|those)$/.test(words[at + 2]?.lower ?? "") &&
    !/^(?:on|who|held|arrested)$/.test(words[at + 3]?.lower ?? "")
  )
    return people(words, at, at + 3, { counted: true, part: true });
  if (
    lower === "most" &&
    /^(?:crossed|entered|arrived|came|returned)$/.test(words[at + 1]?.lower ?? "")
  )
    return people(words, at, at + 1, { definite: true, part: true });
  // "The first, who is 39, was detained …; the second was picked up"
  if (
    lower === "the" &&
    /^(?:first|second|third|fourth)$/.test(words[at + 1]?.lower ?? "") &&
    /^(?:,|was|had|is|who)$/.test(words[at + 2]?.lower ?? "") &&
    !/^(?:in|on|at|during|for)$/.test(words[at - 1]?.lower ?? "")
  )
    return people(words, at, at + 2, { count: exactly(1), counted: true, bare: true });
  // "Eleven were caught in Kunming and the rest in Nanning"
  if (
    lower === "the" &&
    /^(?:rest|remainder)$/.test(words[at + 1]?.lower ?? "") &&
    /^(?:in|at|near|on|through|via|were)$/.test(words[at + 2]?.lower ?? "") &&
    words[at - 1]?.lower !== "of"
  )
    return people(words, at, at + 2, { counted: true, other: true });
  if (/^(?:both|all)$/.test(lower) && (words[at + 1]?.verb || words[at + 1]?.lower === "of"))
    return people(words, at, at + 1, { definite: true, pronoun: true });
  if (lower === "those" && words[at + 1]?.lower === "in" && words[at + 2]?.lower === "their")
    return people(words, at, at + 1, { part: true, ...age(words, at + 1) });
  if (
    lower === "those" &&
    /^(?:\w+ed|held|caught|taken|sent|put|brought|flown|freed)$/.test(words[at + 1]?.lower ?? "")
  )
    return people(words, at, at + 2, { definite: true });
  return null;
}

/** "he", "him", "she", and "her" where it stands for no "her brother". */
function isSingular(words: readonly TaggedWord[], at: number): boolean {
  const { lower } = words[at]!;
  if (/^(?:he|him|she)$/.test(lower)) return true;
  const next = words[at + 1];
  return (
    lower === "her" &&
    (!next?.isWord ||
      /^(?:back|to|home|on|from|and|across|over|in|into|away|up|at|by|out|off)$/.test(next.lower))
  );
}
