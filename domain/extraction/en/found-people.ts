import { type CountRange, unknownCount } from "../../count-range";
import type { People } from "../happening";
import type { TaggedWord } from "./tag-words";

/** People as some words name them, with the words' numbers in the sentence: `from` to `to`, exclusive. */
export type FoundPeople = People & {
  from: number;
  to: number;
  bare: boolean;
  /** "some of the 109 people": the whole is named, and something is said of a part of it. */
  ofWhole: boolean;
  /** "nine of the 31 North Koreans": how many all are. */
  whole: CountRange | null;
  /** A noun that needs no figure: "North Koreans", "defectors". */
  generic: boolean;
};

export function people(
  words: readonly TaggedWord[],
  from: number,
  to: number,
  known: Partial<FoundPeople>,
): FoundPeople {
  const base: FoundPeople = {
    start: words[from]!.start,
    end: words[Math.min(to, words.length) - 1]!.end,
    from,
    to,
    count: unknownCount,
    counted: false,
    unit: "person",
    nationality: null,
    role: null,
    definite: false,
    pronoun: false,
    single: false,
    other: false,
    part: false,
    ageBand: null,
    sex: null,
    circumstances: [],
    bare: false,
    ofWhole: false,
    whole: null,
    generic: false,
  };
  return { ...base, ...known };
}

/** People of whom the words from `from` to `to`, exclusive, say only that there were some. */
export function uncountedAt(words: readonly TaggedWord[], from: number, to: number): FoundPeople {
  return people(words, from, to, { counted: true });
}

export const exactly = (n: number): CountRange => ({ low: n, best: n, high: n });
