import type { Modality } from "../../vocabulary";
import { STANCE } from "../lexicon/en/stance-words";
import type { Clause } from "./cut-clauses";
import type { TaggedWord } from "./tag-words";

/** How sure the words make an event; null = nothing that happened or is expected: a wish, a rule, a habit. */
export function stanceOf(words: readonly TaggedWord[], clause: Clause): Modality | null {
  const { trigger } = clause;
  if (HABITUAL.test(lineOf(words, 0, words.length))) return null;
  const before = withoutRelative(words, trigger, Math.max(0, trigger.at - 9));
  const near = withoutRelative(words, trigger, Math.max(clause.from, trigger.at - 9));
  const group = lineOf(words, Math.max(0, trigger.from - 1), trigger.at);
  const ofClause = lineOf(words, Math.max(0, clause.from - 7), trigger.at);
  if (UNREAL.test(sinceComma(before))) return null;
  if (UNCONFIRMED.test(ofClause)) return "unconfirmed";
  if (/ (?:not|n't|never) /.test(group) || DENIED.test(sinceComma(ofClause))) return "denied";
  // "were kept in Jizan before being moved": it happened.
  const past =
    /^(?:before|after)$/.test(words[trigger.from - 1]?.lower ?? "") &&
    words[trigger.from]?.lower === "being" &&
    words.slice(0, trigger.from).some(({ lower }) => /^(?:was|were)$/.test(lower));
  if (past) return "reported";
  if (ANTICIPATED.test(sinceComma(near)) || ANTICIPATED.test(sinceComma(before)))
    return "anticipated";
  // "as he came back from India": says when, and sends nobody back.
  const lead = words.slice(Math.max(clause.from, trigger.from - 3), trigger.from);
  if (
    trigger.unforced &&
    lead.some(({ lower }) => /^(?:as|when|while|after|before|once|if)$/.test(lower))
  )
    return null;
  if (trigger.voice === "active" && isHabit(words, clause)) return null;
  // "men convicted of crimes were deported": who they are.
  if (
    trigger.type === "sentencing" &&
    trigger.voice === "reduced" &&
    words[trigger.at + 1]?.lower === "of"
  )
    return null;
  // "refugees who were sent home said": which people speak, and no event.
  if (
    /^(?:who|that)$/.test(words[trigger.from - 1]?.lower ?? "") &&
    /^(?:said|say|told|tell|described|describe)$/.test(words[trigger.last + 1]?.lower ?? "")
  )
    return null;
  if (/ none of /.test(lineOf(words, clause.from, trigger.from))) return null;
  // "three of every four were caught": a share, and nobody's case.
  if (SHARE.test(lineOf(words, clause.from, trigger.from))) return null;
  // "returned no North Koreans"
  if (/^(?:no|nobody)$/.test(words[trigger.last + 1]?.lower ?? "")) return null;
  return "reported";
}

/** "Those who tried to walk to Mongolia were caught": what the subject had wanted says nothing of the event. */
function withoutRelative(
  words: readonly TaggedWord[],
  { from, at, voice }: Clause["trigger"],
  start: number,
): string {
  const finite = /^(?:was|were|are|is|has|have|had)$/.test(words[from]?.lower ?? "");
  const who = words.findLastIndex(
    ({ lower }, index) => index >= start && index < from && /^(?:who|which|whom)$/.test(lower),
  );
  const inside =
    who >= 0 &&
    finite &&
    voice === "passive" &&
    words.slice(who + 1, from).some(({ verb }) => verb);
  return inside
    ? `${lineOf(words, start, who)}${lineOf(words, from, at).trimStart()}`
    : lineOf(words, start, at);
}

/** "China returns", "has been expelling": a practice, unless a figure follows. */
function isHabit(words: readonly TaggedWord[], { trigger }: Clause): boolean {
  const { lower } = words[trigger.at]!;
  const forms = trigger.entry?.verb.split(" ") ?? [];
  // "let", "put", "set": the past is written like the present.
  if (forms[0] === forms[3] && forms[0] === lower) return false;
  const base = forms.slice(0, 3);
  const figure = words
    .slice(trigger.at + 1, trigger.at + 6)
    .some(({ text }) => /^\d/.test(text) || NUMBER.test(text.toLowerCase()));
  return (
    base.includes(lower) &&
    !figure &&
    !/ (?:did|does|do) /.test(lineOf(words, trigger.from, trigger.at))
  );
}

const SHARE =
  / (?:of every|in every|per cent|percent|% of|most of those who|half of (?:all|those)) /;

const NUMBER =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?)$/;

const lineOf = (words: readonly TaggedWord[], from: number, to: number) =>
  ` ${words
    .slice(from, to)
    // The month is no "may".
    .map(({ lower, text }) => (text === "May" ? "May" : lower))
    .join(" ")
    .replaceAll("n't", " n't")} `;

/** A comma ends what a stance word governs, but not the one right before the verb group. */
function sinceComma(line: string): string {
  const at = line.lastIndexOf(" , ");
  return at < 0 || line.length - at < 12 ? line : line.slice(at + 2);
}

const anyOf = (phrases: readonly string[]) => new RegExp(` (?:${phrases.join("|")}) `);

const HABITUAL = anyOf(STANCE.habitual);
const UNREAL = anyOf(STANCE.unreal);
const UNCONFIRMED = anyOf(STANCE.unconfirmed);
const DENIED = anyOf(STANCE.denied.filter((word) => !/^(?:not|n't|never)$/.test(word)));
const ANTICIPATED = anyOf(STANCE.anticipated);
