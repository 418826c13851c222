import { cutText } from "../cut-text";
import { cutSentences } from "../extraction/cut-sentences";
import type { ArticleSpan } from "./article-case";

/**
 * For each stretch the sentence around it: of those the case rests on, else as the text is cut into sentences; a
 * stretch that no sentence holds is its own.
 */
export function sentencesAround(
  text: string,
  spans: readonly ArticleSpan[],
  sentences: readonly ArticleSpan[],
): ArticleSpan[] {
  const holds = (span: ArticleSpan) => (around: ArticleSpan) =>
    around.start <= span.start && span.end <= around.end;
  let cut: ArticleSpan[] | undefined;
  return spans.map((span) => {
    const known = sentences.find(holds(span));
    if (known) return known;
    cut ??= cutSentences(text, { start: 0, end: text.length }, "en");
    const { start, end } = cut.find(holds(span)) ?? span;
    return { start, end };
  });
}

/** The words of these stretches as they are quoted: in the order of the text, each once, with " … " between them. */
export function quoteWords(text: string, spans: readonly ArticleSpan[]): string {
  const distinct = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  const quote = [...distinct.values()]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end }) => text.slice(start, end).trim())
    .join(" … ");
  return cutText(quote, MAX_QUOTE);
}

const MAX_QUOTE = 10_000;

/**
 * Where the words of a fact stand in the text as it is stored: "characters 120–129, 140–152", counted from 0. Those
 * for which a locator has no room are left out.
 */
export function writeOffsets(spans: readonly ArticleSpan[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const all = `characters ${sorted.map(({ start, end }) => `${start}–${end}`).join(", ")}`;
  return all.length <= MAX_LOCATOR ? all : all.slice(0, all.lastIndexOf(", ", MAX_LOCATOR));
}

const MAX_LOCATOR = 500;
