import type { Span } from "../evidence-of";

/** A word or one sign of an English sentence; offsets into the article. `lower` has straight apostrophes. */
export type Word = Span & { text: string; lower: string; isWord: boolean };

/** The words and signs of one sentence in order; "20-year-old" and "China's" are one word each. */
export function cutWords(text: string, { start, end }: Span): Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: match[0],
    lower: match[0].toLowerCase().replaceAll("’", "'"),
    isWord: match[1] !== undefined,
  }));
}

const WORD =
  /([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[,.](?=\d{1,3})\d+)*(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*['’]?(?=$|[^\p{L}\p{N}]))|[^\s]/gu;
