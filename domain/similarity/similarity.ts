import { dayNumber } from "../partial-date";
import type { CaseFacts } from "./case-facts";
import type { SimilarBecause } from "./similar-incident";
import {
  countWeight,
  dateWeight,
  placeWeight,
  SAME_REPORT_WEIGHT,
  type Shared,
  WEIGHT_OF_ANY_TWO,
  wordWeight,
} from "./weights";

/** From this score on two cases may be the same. */
export const MAY_BE_SAME = 0.5;

/**
 * How likely two cases are the same one, 0..1, and what speaks for it.
 * What each field says is summed up (see `weights.ts`); a field that one of them does not have says nothing.
 * Which of the two is `a` changes nothing.
 */
export function similarity(
  a: CaseFacts,
  b: CaseFacts,
): { score: number; because: SimilarBecause[] } {
  const weights: Record<SimilarBecause, number> = {
    date: dateWeight(inDays(a), inDays(b)),
    place: placeWeight(
      shared(a.places.provinces, b.places.provinces),
      shared(a.places.localities, b.places.localities),
      shared(a.places.countries, b.places.countries),
    ),
    count: countWeight(a.persons, b.persons),
    url: [...a.reports].some((report) => b.reports.has(report)) ? SAME_REPORT_WEIGHT : 0,
    words: wordWeight(alikeWords(a.words, b.words)),
  };
  const sum = Object.values(weights).reduce((all, one) => all + one, WEIGHT_OF_ANY_TWO);
  const because = Object.keys(weights) as SimilarBecause[];
  return {
    score: 1 / (1 + Math.exp(-sum)),
    because: because.filter((field) => weights[field] >= SPEAKS_FOR_IT),
  };
}

const SPEAKS_FOR_IT = 0.5;

function inDays({ date }: CaseFacts) {
  const number = (day: string | null) => (day === null ? null : dayNumber(day));
  return { earliest: number(date.earliest), latest: number(date.latest) };
}

function shared(a: readonly string[], b: readonly string[]): Shared {
  return { a: a.length, b: b.length, both: a.filter((id) => b.includes(id)).length };
}

/** The share of all words that both have (Jaccard); null where one has too few to say anything. */
function alikeWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (a.size < FEW_WORDS || b.size < FEW_WORDS) return null;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

const FEW_WORDS = 2;
