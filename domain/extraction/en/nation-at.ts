import { NATIONALITIES, PEOPLES } from "../lexicon/en/nationalities";
import type { Word } from "./cut-words";

/** A word for people of a country; `code` null = a people without one. `invariable`: singular and plural are one. */
export type Nation = { code: string | null; length: number; plural: boolean; invariable: boolean };

/** The word for people of a country that begins there: "North Korean", "Uighurs"; null = none. */
export function nationAt(words: readonly Word[], at: number): Nation | null {
  if (!/^\p{Lu}/u.test(words[at]?.text ?? "")) return null;
  const initial = /^[NS]$/.test(words[at]!.text) && words[at + 1]?.text === ".";
  const first = words[at]!.lower;
  const pair = initial ? `${first}. ${words[at + 2]?.lower}` : `${first} ${words[at + 1]?.lower}`;
  return readNation(pair, initial ? 3 : 2) ?? readNation(first, 1);
}

function readNation(phrase: string, length: number): Nation | null {
  if (phrase === "laos") return null;
  for (const form of [phrase, phrase.replace(/men$/, "man").replace(/s$/, "")]) {
    const code = NATION_WORDS.get(form);
    if (code === undefined && !PEOPLE_WORDS.has(form)) continue;
    return {
      code: code ?? null,
      length,
      plural: form !== phrase,
      invariable: INVARIABLE.test(form),
    };
  }
  return null;
}

const INVARIABLE = /(?:ese|ai|lao|rohingya|hmong|uzbek|kyrgyz|roma|karen|kurd|i)$/;

const NATION_WORDS = new Map(
  Object.entries(NATIONALITIES).flatMap(([code, words]) =>
    words.map((word) => [word.toLowerCase(), code] as const),
  ),
);
const PEOPLE_WORDS = new Set(PEOPLES.map((word) => word.toLowerCase()));
