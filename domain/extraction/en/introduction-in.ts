import type { Span } from "../evidence-of";
import type { Introduction } from "../happening";
import { POLICE, SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Word } from "./cut-words";
import { peopleIn } from "./people-in";
import { tagWords } from "./tag-words";

/** The people of whom a sentence without an event speaks first; none where they speak themselves or point back. */
export function introductionIn(text: string, sentence: Span, cut: readonly Word[]): Introduction[] {
  // "Among them were a girl of nine and her uncle": some of those told of before.
  if (
    /\b(?:among (?:them|whom|the)|of (?:them|whom)|includ\w+)\b/i.test(
      text.slice(sentence.start, sentence.end),
    )
  )
    return [];
  const words = tagWords(text, sentence, cut);
  const introduced = peopleIn(words, () => false).filter(
    ({ counted, definite, part, unit, from, to, role }) =>
      counted &&
      !definite &&
      !part &&
      unit === "person" &&
      role !== "helper" &&
      !words.slice(to, to + 2).some(({ lower }) => SPEECH_VERBS.has(lower)) &&
      !words.slice(from, to).some(({ lower }) => POLICE.has(lower)),
  );
  const { start, end } = sentence;
  return introduced.length === 0 ? [] : [{ introduced, sentence: { start, end } }];
}
