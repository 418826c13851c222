import type { ArticleCase, ArticleSpan } from "./article-case";

/**
 * A fact and the words it rests on. `id`: of a case "c1", of its groups "c1.g2", events "c1.e1", their dates
 * "c1.e1.date" and places "c1.e1.p1", of who said it "c1.s1". `isWide`: it rests on whole sentences.
 */
export type ArticleFact = { id: string; spans: readonly ArticleSpan[]; isWide: boolean };

/** Every fact of the cases, in their order. */
export function factsOf(cases: readonly ArticleCase[]): ArticleFact[] {
  return cases.flatMap(({ key, spans, groups, events, speakers }) => [
    { id: key, spans, isWide: true },
    ...events.flatMap((event) => [
      { id: `${key}.${event.key}`, spans: event.spans, isWide: true },
      { id: `${key}.${event.key}.date`, spans: event.dateSpans, isWide: false },
      ...event.places.map((place) => ({
        id: `${key}.${event.key}.${place.key}`,
        spans: place.spans,
        isWide: false,
      })),
    ]),
    ...groups.map((group) => ({ id: `${key}.${group.key}`, spans: group.spans, isWide: false })),
    ...speakers.map((speaker) => ({
      id: `${key}.${speaker.key}`,
      spans: speaker.spans,
      isWide: false,
    })),
  ]);
}
