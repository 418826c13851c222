import type { EventVerb } from "../lexicon/en/event-verb";
import type { TaggedWord } from "./tag-words";
import { FORMS } from "./verb-forms";

/** Where the words that belong to the verb end; null when they do not stand there. */
export function lastOf(
  words: readonly TaggedWord[],
  at: number,
  { gap, alone, close }: EventVerb,
): number | null {
  if (gap === undefined) return at;
  const alternatives = alternativesOf(gap);
  const reach = alternatives.every(([first = ""]) => /^(?:at|through|via|into|over)$/.test(first))
    ? 2
    : 12;
  for (let next = at + 1; next < Math.min(words.length, at + reach + 1); next++) {
    const { lower } = words[next]!;
    for (const phrase of alternatives)
      if (
        phrase.every((part, offset) => part === "*" || words[next + offset]?.lower === part) &&
        !isOfBorder(words, next + phrase.length)
      )
        return next + phrase.length - 1;
    if (close) return null;
    // "whom Thailand gave up have reappeared in a jail": the words behind belong to another verb.
    if (next > at + 1 && /^(?:have|has|had|is|are|was|were|will|would)$/.test(lower)) return null;
    const another =
      FORMS.has(lower) && next > at + 1 && !/^(?:to|the|a)$/.test(words[next - 1]!.lower);
    if (/^[;:]$/.test(lower) || another || (alone && lower === ",")) return null;
  }
  return null;
}

/** "brought to a border guard unit", "to the border town of Tumen": a place at the border, not the border itself. */
const isOfBorder = (words: readonly TaggedWord[], behind: number) =>
  /^(?:border|frontier)$/.test(words[behind - 1]?.lower ?? "") &&
  /^(?:guards?|police|patrol|troops|town|city|village|region|province|district|area|county|unit|station|army|security|military|jail|prison|detention)$/.test(
    words[behind]?.lower ?? "",
  );

const GAPS = new Map<string, string[][]>();

function alternativesOf(gap: string): string[][] {
  const known = GAPS.get(gap) ?? gap.split("|").map((phrase) => phrase.split(" "));
  GAPS.set(gap, known);
  return known;
}
