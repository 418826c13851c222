import nlp from "compromise/two";
import type { Span } from "../evidence-of";
import { KIND_OF_PLACE } from "../lexicon/en/place-words";
import { POLICE, SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Word } from "./cut-words";

/** A word with what compromise makes of it; `verb` = it may carry a clause or be part of one that does. */
export type TaggedWord = Word & { verb: boolean; actor: boolean; plural: boolean };

/** The words with their parts of speech. Costs about a millisecond: only for sentences that matter. */
export function tagWords(text: string, sentence: Span, words: readonly Word[]): TaggedWord[] {
  const tags = new Map<number, string[]>();
  const line = text.slice(sentence.start, sentence.end).replaceAll("’", "'");
  for (const { terms } of nlp(line).json({ offset: true }) as Parsed[])
    for (const { tags: ofTerm, offset } of terms)
      tags.set(sentence.start + offset.start, [
        ...(tags.get(sentence.start + offset.start) ?? []),
        ...ofTerm,
      ]);
  return words.map((word, at) => {
    const own = tags.get(word.start) ?? [];
    return {
      ...word,
      verb:
        own.includes("Verb") &&
        !own.includes("Noun") &&
        !own.includes("Particle") &&
        !NEVER_VERBS.has(word.lower) &&
        !KIND_OF_PLACE.test(word.lower) &&
        !POLICE.has(word.lower) &&
        !isPlural(word, words[at + 1]) &&
        !(at === 0 && !/(?:ed|ing)$/.test(word.lower)) &&
        !/^(?:a|an)$/.test(words[at - 1]?.lower ?? "") &&
        !isAdjective(word, words[at - 1], words[at + 1]) &&
        !isHalt(word, words[at - 1]),
      actor: own.includes("Actor") || own.includes("Demonym"),
      plural: own.includes("Plural"),
    };
  });
}

/** "three navy ships from Lumut": before a preposition or a stop a word in s is rather a plural than a verb. */
function isPlural(word: Word, next: Word | undefined): boolean {
  if (
    !/[^s]s$/.test(word.lower) ||
    /^(?:is|was|has|does)$/.test(word.lower) ||
    SPEECH_VERBS.has(word.lower)
  )
    return false;
  return (
    next === undefined ||
    !next.isWord ||
    /^(?:in|on|at|from|of|to|for|by|with|near|and|or|during|after|before|last|this|yesterday|today|who|which|that|were|was|had|have|are|is|where|when|carrying|bound)$/.test(
      next.lower,
    )
  );
}

/** "with forged passports", "two abandoned houses": says which, and carries no clause. */
const isAdjective = ({ lower }: Word, before: Word | undefined, next: Word | undefined) =>
  /(?:ed|en|wn)$/.test(lower) &&
  /^(?:with|of|for|by|the|its|their|his|her|two|three|several|some|many|under)$/.test(
    before?.lower ?? "",
  ) &&
  next?.isWord === true &&
  !/^(?:in|on|at|from|of|to|for|by|with|near|and|or|during|after|before|the|a|an|as|when|who|that|because|last|this|since|until)$/.test(
    next.lower,
  );

/** "at a bus stop". */
const isHalt = ({ lower }: Word, before: Word | undefined) =>
  /^stops?$/.test(lower) && /^(?:bus|tram|train|truck|rest)$/.test(before?.lower ?? "");

/** What compromise takes for verbs, and what in reports is a noun. */
const NEVER_VERBS = new Set(
  "riot courts posts guides guide camps borders officer cells cell towns routes route boats boat regions rights".split(
    " ",
  ),
);

type Parsed = { terms: { tags: string[]; offset: { start: number } }[] };
