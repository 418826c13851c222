import { MONTH_NAMES, WEEKDAY_NAMES } from "../lexicon/en/calendar";
import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Trigger } from "./find-triggers";
import type { TaggedWord } from "./tag-words";

/** The words of a sentence that one event word may speak of: numbers of words, `to` exclusive. */
export type Clause = { from: number; to: number; trigger: Trigger };

/** One clause for each event word: the sentence is cut at the strongest joint between two of them. */
export function cutClauses(words: readonly TaggedWord[], triggers: readonly Trigger[]): Clause[] {
  const cuts = triggers.slice(1).map((next, index) => jointBetween(words, triggers[index]!, next));
  return triggers.map((trigger, index) => {
    const left = index === 0 ? 0 : cuts[index - 1]!;
    return {
      from: Math.max(left, behindSpeech(words, left, trigger.from)),
      to: index < cuts.length ? cuts[index]! : words.length,
      trigger,
    };
  });
}

/** The last of the strongest joints: ";" before ", and" before "and" and "who" before ",". */
function jointBetween(words: readonly TaggedWord[], before: Trigger, after: Trigger): number {
  let [best, strength] = [after.from, 0];
  for (let at = before.at + 1; at < after.from; at++) {
    const strong = strengthOf(words, at);
    if (strong > 0 && strong >= strength) [best, strength] = [at, strong];
  }
  return best;
}

function strengthOf(words: readonly TaggedWord[], at: number): number {
  const lower = words[at]!.lower;
  if (/^[;:]$/.test(lower)) return 5;
  const joins = /^(?:and|but|while|whereas|though|although)$/.test(lower);
  if (joins && words[at - 1]?.lower === ",") return 4;
  if (/^(?:while|whereas|but)$/.test(lower)) return 4;
  if (/^(?:because|after|before|when|once|until|since|as|where)$/.test(lower))
    return words[at + 1]?.isWord && !beginsDate(words, at + 1) && hasVerb(words, at + 1) ? 3 : 0;
  if (/^(?:who|which|whom|whose)$/.test(lower)) return 2;
  if (lower === "and") return 2;
  return lower === "," ? 1 : 0;
}

/** "after dawn", "since the invasion in February": no clause without a verb before the next joint. */
function hasVerb(words: readonly TaggedWord[], from: number): boolean {
  const end = words.findIndex(
    ({ lower }, at) => at >= from && /^(?:[;:]|and|but|or|who|which|that|where|when)$/.test(lower),
  );
  return words.slice(from, end < 0 ? words.length : end).some(({ verb }) => verb);
}

/** "since July 1", "until last Tuesday": a date, and no clause. */
function beginsDate(words: readonly TaggedWord[], at: number): boolean {
  const lower = words[at]!.lower.replace(/\.$/, "");
  return (
    /^(?:19|20)\d\d$/.test(lower) ||
    (/^\d{1,2}$/.test(lower) &&
      MONTH_NAMES.some((name) => name.startsWith(words[at + 1]?.lower ?? "?"))) ||
    /^(?:last|early|mid|late|then|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(lower) ||
    MONTH_NAMES.includes(lower) ||
    WEEKDAY_NAMES.includes(lower)
  );
}

/** Behind "the campaigners told VOA on Monday that": what is said begins there. */
function behindSpeech(words: readonly TaggedWord[], from: number, to: number): number {
  let start = from;
  for (let at = from; at < to; at++) {
    if (!SPEECH_VERBS.has(words[at]!.lower) || words[at]!.lower === "according") continue;
    // "the United States has expelled": no statement.
    if (at > 0 && /^\p{Lu}/u.test(words[at]!.text)) continue;
    const that = words.findIndex(
      ({ lower }, index) => index > at && index < at + 14 && lower === "that",
    );
    if (that > 0 && that < to) start = that + 1;
    else if (!isParenthesis(words, at, to)) start = at + 1;
  }
  return start;
}

/** ", activists said on Monday, " stands between commas and parts nothing. */
function isParenthesis(words: readonly TaggedWord[], at: number, to: number): boolean {
  const opens = words.slice(Math.max(0, at - 8), at).some(({ lower }) => lower === ",");
  const closes = words.slice(at + 1, Math.min(to, at + 9)).some(({ lower }) => lower === ",");
  return opens && closes;
}
