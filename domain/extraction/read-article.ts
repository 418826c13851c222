import type { DayBounds } from "../partial-date";
import type { ArticleReading } from "./article-reading";
import type { Drafts, ReaderLanguage } from "./drafts";
import { dropTotals } from "./drop-totals";
import { readEastern } from "./east/read-eastern";
import { readEnglish } from "./en/read-english";
import type { Span } from "./evidence-of";
import { gatherIncidents } from "./gather-incidents";
import { guessLanguage } from "./guess-language";
import { KOREAN_WORDS } from "./lexicon/ko/korean-words";
import { CHINESE_WORDS } from "./lexicon/zh/chinese-words";
import { type PlaceIndex, placeIndexOf } from "./place-index";
import { publicationBounds } from "./publication-bounds";
import type { ReaderPlace } from "./reader-place";
import { foldShares } from "./shares-of-total";
import { writeDraft } from "./write-drafts";

/**
 * Draft incidents from one news story; the same text always gives the same drafts.
 * `text` is read as it is given: all offsets are JavaScript string offsets into it. A header that ends in a line
 * `---` within the first 4,000 characters is passed over. `published`: YYYY-MM-DD, or YYYY-MM or YYYY where the day is
 * not known; null = not known at all: dates that need it stay unresolved. `language`: null = told by the script. `places`: the gazetteer.
 * Throws a RangeError for a publication that is no date. Takes time in proportion to the length of the text.
 */
export function readArticle(article: Article): Drafts {
  const steps = readInSteps(article);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

type Article = {
  text: string;
  published: string | null;
  language: ReaderLanguage | null;
  places: readonly ReaderPlace[];
};

/** As `readArticle`, with a pause after each sentence, in which others can be served. */
export function* readInSteps({
  text,
  published,
  language,
  places,
}: Article): Generator<void, Drafts> {
  const day = published === null ? null : publicationBounds(published);
  if (published !== null && day === null)
    throw new RangeError(`${published} is no date of a publication.`);
  const body = bodyOf(text);
  const read = language ?? guessLanguage(text.slice(body.start));
  const { readings, people } = yield* READERS[read](text, body, day, placeIndexOf(places));
  const incidents = foldShares(dropTotals(gatherIncidents(readings)));
  return {
    language: read,
    published,
    incidents: incidents.map((incident) => writeDraft(text, incident, people)),
  };
}

type Reader = (
  text: string,
  body: Span,
  published: DayBounds | null,
  places: PlaceIndex,
) => Generator<void, ArticleReading>;

const READERS: Record<ReaderLanguage, Reader> = {
  en: readEnglish,
  ko: (...article) => readEastern(...article, KOREAN_WORDS, "ko"),
  zh: (...article) => readEastern(...article, CHINESE_WORDS, "zh"),
};

/** Behind a header of `NAME: value` lines that ends in a line of three hyphens. */
function bodyOf(text: string): Span {
  const header = /^(?:\uFEFF?[A-Z]+:[^\n]*\n)+---\r?\n/.exec(text.slice(0, 4000));
  return { start: header?.[0].length ?? 0, end: text.length };
}
