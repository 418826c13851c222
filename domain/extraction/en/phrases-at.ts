import { VAGUE_NUMBERS } from "../lexicon/en/qualifiers";
import type { TaggedWord } from "./tag-words";

export function follows(words: readonly TaggedWord[], at: number, phrase: string): boolean {
  return standsAt(words, at, phrase.split(" "));
}

export function standsAt(
  words: readonly TaggedWord[],
  at: number,
  phrase: readonly string[],
): boolean {
  return phrase.every((part, offset) => words[at + offset]?.lower === part);
}

/** Phrases by their first word, for they are looked for at every word. */
export function byFirst<T>(
  entries: readonly (readonly [string, T])[],
): Map<string, { phrase: string[]; value: T }[]> {
  const found = new Map<string, { phrase: string[]; value: T }[]>();
  for (const [words, value] of entries) {
    const phrase = words.split(" ");
    found.set(phrase[0]!, [...(found.get(phrase[0]!) ?? []), { phrase, value }]);
  }
  return found;
}

export const VAGUE_BY_FIRST = byFirst(VAGUE_NUMBERS.map((words) => [words, null] as const));
