import { daysBetween } from "../../partial-date";
import type { Modality } from "../../vocabulary";
import type { When } from "../happening";
import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Clause } from "./cut-clauses";
import { governs } from "./governs";
import type { FoundDate } from "./reckon-dates";
import { sharesSubject } from "./shares-subject";
import type { TaggedWord } from "./tag-words";

/** The date of a clause's event: of those that its verb governs the one right behind it, else one at the front. */
export function pickDate(
  words: readonly TaggedWord[],
  dates: readonly FoundDate[],
  clause: Clause,
  within: { from: number; to: number; listed: boolean; patient: number | null },
  stance: Modality,
): When | null {
  const at = (date: FoundDate) => words.findIndex(({ end }) => end > date.start);
  // "were handed over within a week": of what, nobody says; the week to come is not meant.
  const meant = dates.filter(
    ({ text }) =>
      stance !== "reported" || !/^(?:within|in the (?:next|coming)|over the next)\b/i.test(text),
  );
  const inClause = meant.filter((date) => at(date) >= within.from && at(date) < within.to);
  const first = inClause[0];
  const own =
    within.patient === null ? undefined : inClause.find((date) => at(date) >= within.patient!);
  if (within.listed && first) return looked(own ?? first, stance);
  const governed = inClause.filter(
    (date) => governs(words, clause, at(date)) && !isOfSome(words, clause, at(date)),
  );
  const behind = governed.filter((date) => at(date) > clause.trigger.at);
  const fronted = meant.filter(
    (date) =>
      at(date) <= 3 &&
      at(date) < clause.trigger.from &&
      frontGoverns(words, at(date), clause) &&
      !meant.some((other) => at(other) > at(date) && at(other) < clause.trigger.from),
  );
  const found =
    narrowest(words, behind) ??
    governed.at(-1) ??
    fronted[0] ??
    asEstimated(inClause.find((date) => isDay(date) && sharesSubject(words, clause, at(date)))) ??
    ofRelative(words, inClause, clause, at) ??
    meant.find((date) => opensClause(words, date, clause));
  // "held since 2014, could be sent back": the past is not the day of what is expected.
  if (!found || (stance === "anticipated" && /^since/i.test(found.text))) return null;
  return looked(found, stance);
}

/** "until last Tuesday, when soldiers took them to a prison": the day of what follows. */
function opensClause(
  words: readonly TaggedWord[],
  { end }: FoundDate,
  { trigger }: Clause,
): boolean {
  const comma = words.findIndex(({ start }) => start >= end);
  return (
    comma > 0 &&
    words[comma]!.lower === "," &&
    words[comma + 1]?.lower === "when" &&
    trigger.from > comma &&
    !words.slice(comma + 2, trigger.from).some(({ verb }) => verb)
  );
}

/** "about 700,000 had to leave, among them 256,000 in June": the month of some alone. */
const isOfSome = (words: readonly TaggedWord[], { trigger }: Clause, at: number) =>
  /(?:, (?:among (?:them|whom)|including|of (?:them|whom)) (?:[^\s,]\S* ){1,4}(?:on|in|at|during)$|(?: against(?! (?:their|his|her))| compared (?:with|to)| up from| down from|(?<!more|less|fewer|other|rather) than) (?:\S+ ?){0,6}$)/.test(
    words
      .slice(trigger.at, at)
      .map(({ lower }) => lower)
      .join(" "),
  );

const isDay = ({ earliest, latest }: FoundDate) => earliest !== null && earliest === latest;

const asEstimated = (date: FoundDate | undefined): FoundDate | undefined =>
  date && { ...date, basis: "estimated" };

/** "caught as they crossed on Wednesday", "people who broke through the fence on Wednesday were caught": as they did so. */
function ofRelative(
  words: readonly TaggedWord[],
  dates: readonly FoundDate[],
  { from, trigger }: Clause,
  at: (date: FoundDate) => number,
): FoundDate | undefined {
  const [only, another] = dates;
  if (another || !only || only.earliest === null || only.latest === null) return undefined;
  if (daysBetween(only.earliest, only.latest) > (trigger.type === "arrest" ? 31 : 0))
    return undefined;
  const behind = at(only) > trigger.at;
  const between = words.slice(behind ? trigger.last + 1 : from, behind ? at(only) : trigger.from);
  return between.some(({ lower }) => /^(?:who|as|when|while)$/.test(lower)) &&
    !between.some(
      ({ lower }) =>
        SPEECH_VERBS.has(lower) ||
        /^(?:had|has|have|before|after|since|until|if|live|lived|lives|born|arrived|entered|left|fled|escaped|travelled|traveled|returned|married|went|disappeared)$/.test(
          lower,
        ),
    )
    ? { ...only, basis: "estimated" }
    : undefined;
}

/** What is expected lies ahead: "on Monday" is then the next one. */
function looked({ ahead, ...date }: FoundDate, stance: Modality): When {
  return stance === "anticipated" && ahead ? { ...date, ...ahead } : date;
}

/** "the previous two months, July and August": the narrower of two that stand side by side. */
function narrowest(
  words: readonly TaggedWord[],
  [first, second]: FoundDate[],
): FoundDate | undefined {
  if (!first || !second) return first;
  const between = words.filter(({ start }) => start >= first.end && start < second.start);
  const apposed = between.every(({ lower }) => /^(?:,|and|on|in|the|-|–|\()$/.test(lower));
  return apposed && width(second) < width(first) ? second : first;
}

function width({ earliest, latest }: FoundDate): number {
  return earliest === null || latest === null
    ? Number.POSITIVE_INFINITY
    : daysBetween(earliest, latest);
}

/** A date at the front of the sentence holds for every event in it, but not when it says when somebody spoke. */
function frontGoverns(words: readonly TaggedWord[], at: number, clause: Clause): boolean {
  const first = { ...clause, from: 0 };
  // "In May a man who had lived there was arrested": right at the front it holds for the whole sentence.
  if (at <= 1)
    return !words
      .slice(at, clause.trigger.from)
      .some(({ lower, verb }) => verb && SPEECH_VERBS.has(lower));
  return (
    governs(words, first, at) ||
    words
      .slice(at, clause.trigger.from)
      .every(({ verb, lower }) => !verb || /^(?:were|was|are|have|had|has|been)$/.test(lower))
  );
}
