import type { Phrase, SearchTerm } from "./search-query";

/**
 * The alternatives of a term without those that find nothing that another does not: where 吉林 will do, 吉林省 needs not
 * be looked for. It finds the same, and each alternative takes its time; what it marks in a text is not the same.
 */
export function leastAlternatives(term: SearchTerm): SearchTerm {
  return term.reduce<SearchTerm>((kept, alternative) => {
    if (kept.some((other) => isWithin(other, alternative))) return kept;
    return [...kept.filter((other) => !isWithin(alternative, other)), alternative];
  }, []);
}

/** True where every text that has the longer one has the shorter one, by the words of the two alone. */
function isWithin(shorter: readonly Phrase[], longer: readonly Phrase[]): boolean {
  return shorter.every((phrase) => longer.some((other) => isPhraseWithin(phrase, other)));
}

function isPhraseWithin(shorter: Phrase, longer: Phrase): boolean {
  const last = shorter.words.length - 1;
  return longer.words.some((_, from) =>
    shorter.words.every((word, at) => {
      const other = longer.words[from + at];
      if (other === undefined) return false;
      if (at === last && shorter.isBeginning) return other.startsWith(word);
      // How a word begins does not say which word it is.
      return other === word && !(longer.isBeginning && from + at === longer.words.length - 1);
    }),
  );
}
