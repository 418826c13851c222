import type { Span } from "./evidence-of";
import { ABBREVIATIONS } from "./lexicon/en/abbreviations";

/** A sentence; `headline` = a line that ends without a full stop: a title, a caption, a button of the page. */
export type Sentence = Span & { headline: boolean };

/** Longer ones are cut, so that whatever looks at a sentence takes no longer for a long text than for a short one. */
const MAX_LENGTH = 1500;

/**
 * The sentences of a text in order, without outer space; offsets into the text.
 * 1. Blank lines part paragraphs; so does every line end, unless the text is wrapped at a fixed width.
 * 2. `Intl.Segmenter` cuts a paragraph; what it cuts behind an abbreviation ("Aug. 29", "J.M. Kim") is put together again.
 * 3. A paragraph without any end of sentence is a headline, unless the whole text has none.
 */
export function cutSentences(text: string, body: Span, locale: string): Sentence[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
  const paragraphs = cutParagraphs(text, body);
  const prose = paragraphs.some((span) => ENDS.test(lastOf(text, span)));
  return paragraphs.flatMap((paragraph) => {
    const headline = prose && !hasEnd(text, paragraph);
    return cutParagraph(text, paragraph, segmenter).map((span) => ({ ...span, headline }));
  });
}

/** A full stop or the like, perhaps within closing quotation marks or brackets, at the end. */
const ENDS = /[.!?…。！？:：][\p{Pe}\p{Pf}"'”’)\]]*$/u;

const lastOf = (text: string, { start, end }: Span) => text.slice(Math.max(start, end - 4), end);

/** Ends like a sentence, or is long and has the end of one in it. */
function hasEnd(text: string, { start, end }: Span): boolean {
  if (ENDS.test(lastOf(text, { start, end }))) return true;
  if (end - start < 160) return false;
  return /[\p{Ll}\p{Lo}\d][.!?。！？]["'”’)\]]*(?:\s|$)/u.test(
    text.slice(start, Math.min(end, start + MAX_LENGTH)),
  );
}

function cutParagraphs(text: string, body: Span): Span[] {
  const blocks = [...text.slice(body.start, body.end).matchAll(/[^\n\r\u2028\u2029]+/gu)].map(
    (match) => ({
      start: body.start + match.index,
      end: body.start + match.index + match[0].length,
    }),
  );
  const lengths = blocks.map(({ start, end }) => end - start);
  const wrapped = lengths.length > 3 && lengths.every((length) => length <= 100);
  const paragraphs: Span[] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    const gap = last ? text.slice(last.end, block.start) : "";
    const blank = (gap.match(/\n|\r(?!\n)|\u2028|\u2029/gu) ?? []).length > 1;
    const long = last && block.start - last.end < 3 && wrapped && block.end - last.start < 20_000;
    if (last && long && !blank && !lineEnds(text, last)) last.end = block.end;
    else paragraphs.push({ ...block });
  }
  return paragraphs.map((span) => trimmed(text, span)).filter(({ start, end }) => start < end);
}

/** A wrapped line is about as long as the others; a much shorter one is a title of its own. */
function lineEnds(text: string, { start, end }: Span): boolean {
  const lastLine = text.slice(Math.max(start, text.lastIndexOf("\n", end - 1) + 1), end);
  return lastLine.trim().length < 50 || ENDS.test(lastLine.trimEnd());
}

function cutParagraph(text: string, paragraph: Span, segmenter: Intl.Segmenter): Span[] {
  const sentences: Span[] = [];
  for (let from = paragraph.start; from < paragraph.end; from += MAX_LENGTH * 20) {
    const until = Math.min(paragraph.end, from + MAX_LENGTH * 20);
    const words = text.slice(from, until).replace(/[\n\r]/g, " ");
    for (const { index, segment } of segmenter.segment(words)) {
      const span = { start: from + index, end: from + index + segment.length };
      const last = sentences.at(-1);
      if (last && goesOn(text, last, span)) last.end = span.end;
      else sentences.push(span);
    }
  }
  return sentences
    .flatMap(cutLong)
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => start < end);
}

function cutLong({ start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let from = start; from < end; from += MAX_LENGTH)
    pieces.push({ start: from, end: Math.min(end, from + MAX_LENGTH) });
  return pieces;
}

/** The cut before `next` was none: an abbreviation, an initial, or a sentence that begins in lower case. */
function goesOn(text: string, last: Span, next: Span): boolean {
  if (last.end - last.start > MAX_LENGTH) return false;
  const before = text.slice(Math.max(last.start, last.end - 14), last.end).trimEnd();
  const after = text.slice(next.start, next.start + 4).trimStart();
  if (/^[\p{Ll},;]/u.test(after) && !/[。！？]$/u.test(before)) return true;
  const word = /(?:^|[\s(“"'])([\p{L}.]+)\.$/u.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  if (ABBREVIATIONS.followedByNumber.has(word)) return /^\d/.test(after);
  return (
    ABBREVIATIONS.followedByName.has(word) ||
    /^(?:\p{L}|\p{L}\.\p{L}|\p{L}\.\p{L}\.\p{L})$/u.test(word)
  );
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, until] = [start, end];
  while (from < until && /\s/.test(text[from]!)) from++;
  while (until > from && /\s/.test(text[until - 1]!)) until--;
  return { start: from, end: until };
}
