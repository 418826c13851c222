import type { Speaker } from "../happening";
import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Word } from "./cut-words";

/** Who the sentence says it from: "sources in South Korea", "a Seoul official"; pronouns are nobody new. */
export function findSpeakers(text: string, words: readonly Word[]): Speaker[] {
  const found: Speaker[] = [];
  for (let at = 0; at < words.length; at++) {
    const { lower } = words[at]!;
    if (lower === "according" && words[at + 1]?.lower === "to")
      add(span(words, at + 2, endOf(words, at + 2)));
    else if (/^(?:quoting|citing)$/.test(lower)) add(span(words, at + 1, endOf(words, at + 1)));
    else if (isInverted(words, at)) add(span(words, at + 1, endOf(words, at + 1)));
    else if (SUBJECT_VERBS.test(lower)) add(span(words, subjectStart(words, at), at));
  }
  return found;

  function add(stretch: { start: number; end: number } | null) {
    if (!stretch) return;
    const name = text.slice(stretch.start, stretch.end).replace(/\s+/g, " ");
    if (name.length > 120 || NOBODY.test(name)) return;
    if (!found.some((known) => known.name === name)) found.push({ ...stretch, name });
  }
}

/** "…, said lawyer Kim", "…" said an official: the speaker stands behind. */
function isInverted(words: readonly Word[], at: number): boolean {
  if (!/^(?:says?|said|added|reported|confirmed)$/.test(words[at]!.lower)) return false;
  const next = words[at + 1];
  return (
    /^[,"”’]$/.test(words[at - 1]?.lower ?? "") &&
    next?.isWord === true &&
    !/^(?:that|on|in|at|it|they|he|she|there|to|by|was|were|is|are|had|has|last|earlier|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      next.lower,
    ) &&
    !/^\d/.test(next.text)
  );
}

const SUBJECT_VERBS =
  /^(?:says?|said|told|tells|reported|announced|confirmed|claimed|stated|added|disclosed|revealed|estimates|estimated)$/;
const NOBODY =
  /^(?:(?:on|in|at|because|when|while|as|if|so|that|after|before|since|until|for|of|to) .*|.* (?:been|be|was|were|is|are|not)|it|he|she|they|who|which|that|this|i|we|and|but|also|has|have|had|was|were|been|is|the (?:statement|report|letter)|\W*|as|has also|had also)$/i;

function subjectStart(words: readonly Word[], verb: number): number {
  let start = verb;
  while (start > 0 && verb - start < 14) {
    const { lower } = words[start - 1]!;
    if (/^[,;:"“”()–—]$/.test(lower) || SPEECH_VERBS.has(lower) || /^(?:that|but)$/.test(lower))
      break;
    start--;
  }
  // "Bakhtar, the Taliban's news agency, said": the apposition is part of the name.
  if (words[start - 1]?.lower === "," && start === verb) return wholeApposition(words, verb);
  while (
    start < verb &&
    /^(?:and|while|also|then|on|in|a)$/.test(words[start]!.lower) &&
    /^(?:and|while|also|then)$/.test(words[start]!.lower)
  )
    start++;
  return start;
}

function wholeApposition(words: readonly Word[], verb: number): number {
  const close = verb - 1;
  let open = close - 1;
  while (open > 0 && close - open < 14 && words[open]!.lower !== ",") open--;
  if (words[open]?.lower !== ",") return verb;
  let start = open;
  while (start > 0 && open - start < 8 && !/^[,;:.“”"]$/.test(words[start - 1]!.lower)) start--;
  return start;
}

function endOf(words: readonly Word[], from: number): number {
  let end = from;
  while (end < words.length && end - from < 12) {
    const { lower } = words[end]!;
    if (
      /^[,;:.()"“”]$/.test(lower) &&
      !(lower === "." && words[end + 1]?.isWord && words[end - 1]!.text.length === 1)
    )
      break;
    if (end > from && /^(?:that|who|which|said|says|on|and|but|while)$/.test(lower)) break;
    end++;
  }
  return end;
}

function span(words: readonly Word[], from: number, to: number) {
  let last = to;
  while (last > from && /^(?:,|has|have|had|also|later|then)$/.test(words[last - 1]!.lower)) last--;
  return from < last ? { start: words[from]!.start, end: words[last - 1]!.end } : null;
}
