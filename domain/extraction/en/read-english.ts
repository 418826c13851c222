import type { DayBounds } from "../../partial-date";
import type { ArticleReading } from "../article-reading";
import { cutSentences, type Sentence } from "../cut-sentences";
import type { Span } from "../evidence-of";
import { findLatinPlaces, type PlaceName } from "../find-places";
import { countNation, mostNamed, type NationCount } from "../most-named";
import type { PlaceIndex } from "../place-index";
import { cutWords, type Word } from "./cut-words";
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
  for (const { words, names } of sentences) {
    for (const name of names) addCountries(countries, name);
    for (const [at, word] of words.entries()) {
      const nation = nationAt(words, at);
      if (!nation) continue;
      if (nation.code) countries.set(nation.code, (countries.get(nation.code) ?? 0) + 1);
      const people =
        nation.plural ||
        (nation.invariable && !words[at + nation.length]?.isWord) ||
        (nation.code === null && nation.invariable) ||
        isPeople(words, at + nation.length);
      if (people) countNation(nations, nation.code ?? word.lower, word);
    }
  }
  const readings: ArticleReading["readings"] = [];
  let lastEvent: DayBounds | null = null;
  const days: string[] = [];
  for (const { sentence, words, names } of sentences) {
    if (sentence.headline) continue;
    const { happenings, remarks } = readEnglishSentence(text, sentence, words, names, {
      published,
      lastEvent,
      days,
      countries,
    });
    readings.push(...happenings, ...remarks);
    for (const { date } of happenings)
      if (date?.earliest && date.earliest === date.latest) days.push(date.earliest);
    lastEvent =
      happenings.findLast(({ date }) => date && date.earliest !== null)?.date ?? lastEvent;
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

const isPeople = (words: readonly Word[], at: number) =>
  /^(?:people|refugees?|migrants?|defectors?|escapees?|asylum|nationals?|citizens?|women|men|children|workers?|families)$/.test(
    words[at]?.lower ?? "",
  );
