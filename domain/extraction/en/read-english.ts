import type { DayBounds } from "../../partial-date";
import type { ArticleReading } from "../article-reading";
import { cutSentences, type Sentence } from "../cut-sentences";
import type { Span } from "../evidence-of";
import { findLatinPlaces, type PlaceName } from "../find-places";
import { FAMILY_NOUNS, PEOPLE_NOUNS } from "../lexicon/en/people-nouns";
import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import { countNation, mostNamed, type NationCount } from "../most-named";
import type { PlaceIndex } from "../place-index";
import { cutWords, type Word } from "./cut-words";
import { hasEventWord } from "./find-triggers";
import { introductionIn } from "./introduction-in";
import { nationAt } from "./nation-at";
import { readEnglishSentence } from "./read-sentence";

/**
 * What an English article says, sentence by sentence; headlines only help to know whom it is about. Pauses between
 * sentences, for whoever else is to be served.
 */
export function* readEnglish(
  text: string,
  body: Span,
  published: DayBounds | null,
  places: PlaceIndex,
): Generator<void, ArticleReading> {
  const sentences: { sentence: Sentence; words: Word[]; names: PlaceName[] }[] = [];
  for (const sentence of cutSentences(text, body, "en")) {
    const words = cutWords(text, sentence);
    sentences.push({ sentence, words, names: findLatinPlaces(words, places) });
    yield;
  }
  const countries = new Map<string, number>();
  const nations = new Map<string, NationCount>();
  const defectors: Word[] = [];
  for (const { words, names } of sentences) {
    for (const name of names) addCountries(countries, name);
    for (const [at, word] of words.entries()) {
      const nation = nationAt(words, at);
      // "defectors", where Korea is named: from the North.
      if (
        !nation &&
        /^(?:defectors?|escapees?)$/.test(word.lower) &&
        !(
          at > 0 && words.slice(Math.max(0, at - 2), at).some((_, i) => nationAt(words, at - 1 - i))
        )
      )
        defectors.push(word);
      if (!nation) continue;
      if (nation.code) countries.set(nation.code, (countries.get(nation.code) ?? 0) + 1);
      // "ethnic Mongolians" may be citizens of any country.
      if (words[at - 1]?.lower === "ethnic") continue;
      const people =
        nation.plural ||
        (nation.invariable && !words[at + nation.length]?.isWord) ||
        (nation.code === null && nation.invariable) ||
        isPeople(words, at + nation.length);
      if (people) countNation(nations, nation.code ?? word.lower, word);
    }
  }
  if (countries.has("KP") || countries.has("KR"))
    for (const word of defectors) countNation(nations, "KP", word);
  const readings: ArticleReading["readings"] = [];
  let lastEvent: DayBounds | null = null;
  let lastNamed: DayBounds | null = null;
  const days: string[] = [];
  for (const [at, { sentence, words, names }] of sentences.entries()) {
    if (sentence.headline) continue;
    const { happenings, remarks, named } = readEnglishSentence(text, sentence, words, names, {
      published,
      lastEvent,
      lastNamed,
      days,
      countries,
      before: sentences.slice(Math.max(0, at - 2), at),
    });
    readings.push(...happenings, ...remarks);
    if (happenings.length === 0 && meansThoseBefore(sentences[at + 1]?.words ?? []))
      readings.push(...introductionIn(text, sentence, words));
    for (const { date } of happenings)
      if (date?.earliest && date.earliest === date.latest) days.push(date.earliest);
    lastEvent =
      [...happenings, ...remarks].findLast(({ date }) => date && date.earliest !== null)?.date ??
      lastEvent;
    lastNamed = named ?? lastNamed;
    yield;
  }
  return { readings, people: mostNamed(nations) };
}

function addCountries(countries: Map<string, number>, { places }: PlaceName): void {
  const codes = new Set(
    places.filter(({ kind }) => kind !== "province").map(({ countryId }) => countryId),
  );
  const provinces = new Set(places.map(({ countryId }) => countryId));
  const named = codes.size > 0 ? codes : provinces.size === 1 ? provinces : null;
  if (named?.size !== 1) return;
  for (const code of named) countries.set(code, (countries.get(code) ?? 0) + 1);
}

/** "She was detained in Yanji …": whom it means the sentence before may tell. */
function meansThoseBefore(words: readonly Word[]): boolean {
  const pronoun = words.slice(0, 6).findIndex(({ lower }) => /^(?:they|she|he|both)$/.test(lower));
  return (
    pronoun >= 0 &&
    hasEventWord(words) &&
    !words.slice(0, pronoun).some(({ lower }) => SPEECH_VERBS.has(lower))
  );
}

/** "a North Korean family", "a North Korean woman and her son": people the article is about, unless they help or report. */
function isPeople(words: readonly Word[], at: number): boolean {
  const { lower } = words[at] ?? { lower: "" };
  const known = PEOPLE_NOUNS.get(lower);
  return (
    lower === "asylum" ||
    FAMILY_NOUNS.has(lower) ||
    (known !== undefined &&
      known.role !== "helper" &&
      known.role !== "journalist" &&
      known.role !== "family_member" &&
      words[at - 2]?.lower !== "ethnic" &&
      !OFFICE.test(lower))
  );
}

/** Those who speak or decide rather than those to whom something happens. */
const OFFICE =
  /^(?:leaders?|lawyers?|politicians?|soldiers?|members?|activists?|scholars?|academics?|sailors?|crew|captains?)$/;
