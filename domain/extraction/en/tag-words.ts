import nlp from "compromise";
import type { Span } from "../evidence-of";
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
  return words.map((word) => {
    const own = tags.get(word.start) ?? [];
    return {
      ...word,
      verb: own.includes("Verb") && !own.includes("Noun"),
      actor: own.includes("Actor") || own.includes("Demonym"),
      plural: own.includes("Plural"),
    };
  });
}

type Parsed = { terms: { tags: string[]; offset: { start: number } }[] };
