import type { DayBounds } from "../../partial-date";
import type { ArticleReading } from "../article-reading";
import { cutSentences, type Sentence } from "../cut-sentences";
import type { Span } from "../evidence-of";
import { findEasternNames, type PlaceName } from "../find-places";
import { countNation, mostNamed, type NationCount } from "../most-named";
import type { PlaceIndex } from "../place-index";
import type { EasternWords } from "./eastern-words";
import { readEasternSentence } from "./read-eastern-sentence";

/** What a Korean or Chinese article says, sentence by sentence, with pauses between them. */
export function* readEastern(
  text: string,
  body: Span,
  published: DayBounds | null,
  places: PlaceIndex,
  words: EasternWords,
  language: "ko" | "zh",
): Generator<void, ArticleReading> {
  const sentences: { sentence: Sentence; names: PlaceName[] }[] = [];
  for (const sentence of cutSentences(text, body, language)) {
    const names = findEasternNames(text, sentence, places);
    sentences.push({ sentence, names: names.filter((name) => isPlace(text, name, words)) });
    yield;
  }
  const countries = new Map<string, number>();
  const nations = new Map<string, NationCount>();
  const nouns = words.people
    .filter(({ nationality }) => nationality)
    .map(({ words: alternatives, nationality }) => ({
      pattern: new RegExp(alternatives, "gu"),
      nationality: nationality!,
    }));
  for (const { sentence, names } of sentences) {
    for (const { places: same, words: name } of names) {
      // A short name of a far province proves nothing: 卡拉 is in Malta, and begins 卡拉奇.
      const sure = same.filter(
        ({ kind, countryId }) =>
          kind !== "province" || name.length > 2 || /^(?:CN|KP|KR)$/.test(countryId),
      );
      const codes = new Set(sure.map(({ countryId }) => countryId));
      if (codes.size === 1)
        for (const code of codes) countries.set(code, (countries.get(code) ?? 0) + 1);
    }
    const line = text.slice(sentence.start, sentence.end);
    for (const { pattern, nationality } of nouns) {
      for (const match of line.matchAll(pattern)) {
        const start = sentence.start + match.index;
        countNation(nations, nationality, { start, end: start + match[0].length });
      }
    }
  }
  const readings: ArticleReading["readings"] = [];
  let lastEvent: DayBounds | null = null;
  for (const { sentence, names } of sentences) {
    if (sentence.headline) continue;
    const told = readEasternSentence(text, sentence, names, words, language, {
      published,
      lastEvent,
      countries,
    });
    readings.push(...told);
    const happenings = told.filter((each) => "type" in each);
    lastEvent = happenings.findLast(({ date }) => date?.earliest)?.date ?? lastEvent;
    yield;
  }
  return { readings, people: mostNamed(nations) };
}

/** Ordinary words that are also names need a unit or a particle of place behind them, or 在 before. */
function isPlace(
  text: string,
  { words, start, end }: PlaceName,
  { ambiguousPlaces }: EasternWords,
): boolean {
  if (!ambiguousPlaces.has(words)) return true;
  return (
    /^(?:시|성|현|진|에서|市|县|镇|省|口岸)/u.test(text.slice(end, end + 2)) ||
    /(?:[在从往、和]|首都|수도 )$/u.test(text.slice(Math.max(0, start - 3), start))
  );
}
