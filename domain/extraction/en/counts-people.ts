import { qualifierAt } from "./read-count";
import { readNumber } from "./read-number";
import type { TaggedWord } from "./tag-words";

/** How many words lead to the figure of "a second group of about 30", "another party of 12"; 0 = none do. */
export function groupOf(words: readonly TaggedWord[], at: number): number {
  if (!/^(?:an?|another|one|this|the)$/.test(words[at]?.lower ?? "")) return 0;
  for (let next = at + 1; next < at + 5; next++)
    if (/^(?:group|party|batch|family|crowd|convoy|contingent)$/.test(words[next]?.lower ?? ""))
      return words[next + 1]?.lower === "of" && startsCount(words, next + 2) ? next + 2 - at : 0;
  return 0;
}

const startsCount = (words: readonly TaggedWord[], at: number) =>
  qualifierAt(words, at).length > 0 || readNumber(words, at) !== null;

/** A figure without a noun counts people before a verb, and in a list behind a figure that has one. */
export function bareFits(
  words: readonly TaggedWord[],
  at: number,
  next: number,
  taken: (at: number) => boolean,
): boolean {
  const before = words[at - 1]?.lower ?? "";
  if (
    /^(?:age|aged|is|was|under|number|no|article|page|chapter|section|[$€£¥]|at|than|of|below|over)$/.test(
      before,
    )
  )
    return false;
  const after = words[next];
  if (!after) return false;
  // "soldiers captured three."
  if (words[at - 1]?.verb && /^[.,;]$/.test(after.lower)) return true;
  // "five, who hold Chinese papers, were released"
  if (
    after.lower === "," &&
    /^(?:who|whose|including|among|all|most|mostly|aged)$/.test(words[next + 1]?.lower ?? "")
  )
    return true;
  if (
    /^(?:who|whose|were|was|have|had|has|are|remain|remained|died|crossed|went|came|did|would|will|could|may|managed|escaped|fled|arrived|returned)$/.test(
      after.lower,
    )
  )
    return true;
  if (/^(?:in|at|on|from|near|to|through|via|into|off)$/.test(after.lower))
    return !taken(at) || taken(next + 1);
  return after.verb && /(?:ed|ught|ken|held)$/.test(after.lower);
}
