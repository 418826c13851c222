import { findWords } from "../find-words";
import { redactWords } from "../redact-words";
import { replaceStretches } from "../replace-stretches";
import type { ArticleCase, ArticleFacts, ArticleSpan } from "./article-case";

export type ArticleWork = { article: ArticleFacts; text: string; cases: ArticleCase[] };

/** The article with words replaced wherever they stand by themselves, in its text and in all that was typed; every stretch still holds what it held. */
export function redactArticle(
  { article, text, cases }: ArticleWork,
  words: string,
  replacement: string,
): ArticleWork {
  const replaced = replaceStretches(
    text,
    findWords(text, words).map((at) => ({ ...at, replacement })),
  );
  const typed = (given: string) => redactWords(given, words, replacement);
  const spans = (given: ArticleSpan[]) => given.map(replaced.moved);
  return {
    article: {
      ...article,
      publisher: typed(article.publisher),
      title: typed(article.title),
      url: typed(article.url),
      published: typed(article.published),
      language: typed(article.language),
    },
    text: replaced.text,
    cases: cases.map((one) => ({
      ...one,
      title: typed(one.title),
      spans: spans(one.spans),
      speakers: one.speakers.map((each) => ({
        ...each,
        name: typed(each.name),
        spans: spans(each.spans),
      })),
      groups: one.groups.map((group) => ({
        ...group,
        count: typed(group.count),
        label: typed(group.label),
        spans: spans(group.spans),
      })),
      events: one.events.map((event) => ({
        ...event,
        date: typed(event.date),
        read: event.read && { ...event.read, text: typed(event.read.text) },
        dateSpans: spans(event.dateSpans),
        spans: spans(event.spans),
        places: event.places.map((place) => ({
          ...place,
          name: typed(place.name),
          under: typed(place.under),
          spans: spans(place.spans),
        })),
      })),
      answers: one.answers.map((answer) => ({ ...answer, reason: typed(answer.reason) })),
    })),
  };
}
