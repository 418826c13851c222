import type { DraftType } from "../drafts";
import { EVENT_NOUNS } from "../lexicon/en/event-nouns";
import type { EventVerb } from "../lexicon/en/event-verb";
import { PEOPLE_NOUNS } from "../lexicon/en/people-nouns";
import { CUSTODY_PLACES, POLICE } from "../lexicon/en/stance-words";
import { qualifierAt } from "./read-count";
import { readNoun } from "./read-noun";
import { readNumber } from "./read-number";
import type { TaggedWord } from "./tag-words";
import { FORMS, type Form } from "./verb-forms";
import { lastOf } from "./words-apart";

/** A word that tells of an event: word number `at`, and `last` where words that belong to it stand apart. */
export type Trigger = {
  at: number;
  last: number;
  type: DraftType;
  /** `passive`: it happened to the subject; `reduced`: "people arrested in China"; `alone`: "went back". */
  voice: "active" | "passive" | "reduced" | "alone" | "noun";
  /** The first word of the verb group: "have been sent" begins at "have". */
  from: number;
  entry: EventVerb | null;
  /** Nothing says that people were made to. */
  unforced: boolean;
};

/** The event words of a sentence in order; adjectives such as "the detained group" are none. */
export function findTriggers(words: readonly TaggedWord[]): Trigger[] {
  const found: Trigger[] = [];
  let after = 0;
  for (let at = 0; at < words.length; at++) {
    if (at < after || found.at(-1)?.last === at) continue;
    const trigger = verbAt(words, at) ?? nounAt(words, at) ?? custodyAt(words, at);
    if (!trigger) continue;
    found.push(trigger);
    // "took them into custody and sent …": the next event stands behind the verb, not within its own words.
    after = trigger.last - trigger.at <= 3 ? trigger.last + 1 : at + 1;
  }
  return found;
}

/** True when any word of a sentence may tell of an event: the cheap question before the costly ones. */
export function hasEventWord(words: readonly { lower: string }[]): boolean {
  return words.some(
    ({ lower }) => FORMS.has(lower) || EVENT_NOUNS.has(lower) || CUSTODY.test(lower),
  );
}

const BE = /^(?:is|are|was|were|be|been|being|get|gets|got|getting|'re|'s)$/;
const HAVE = /^(?:has|have|had|having|'ve|'d)$/;
const AUXILIARY =
  /^(?:is|are|was|were|be|been|being|get|gets|got|getting|has|have|had|having|will|would|may|might|could|can|should|shall|must|to|did|do|does|not|n't|never|also|then|since|later|already|now|all|both|reportedly|allegedly|secretly|forcibly|forcefully|quietly|again|just|recently|immediately|subsequently|soon|finally|eventually|previously|only|still|first|either|(?!(?:july|italy|family|assembly)$)\w+ly)$/;

function verbAt(words: readonly TaggedWord[], at: number): Trigger | null {
  const word = words[at]!;
  for (const { entry, forms } of FORMS.get(word.lower) ?? []) {
    const last = lastOf(words, at, entry);
    if (last === null || (entry.needs === "custody" && !nearCustody(words, at))) continue;
    if (entry.needs === "abroad" && !/^\p{Lu}/u.test(words[last + 1]?.text ?? "")) continue;
    const from = groupStart(words, at);
    if (entry.needs === "flight" && !isFlight(words, at)) continue;
    if (entry.needs === "people" && !holdsPeople(words, from, at)) continue;
    const auxiliaries = words.slice(from, at).map(({ lower }) => lower);
    const passive = auxiliaries.some((auxiliary) => BE.test(auxiliary));
    const perfect = auxiliaries.some((auxiliary) => HAVE.test(auxiliary));
    const finite = auxiliaries.length > 0;
    if (isAttribute(words, at, forms, finite) || isPublished(words, at)) continue;
    if (!finite && (forms.has("base") || forms.has("s")) && isNoun(words, at)) continue;
    // "tried to cross into Poland": what they wanted.
    if (entry.unforced && words[at - 1]?.lower === "to") continue;
    const participle = forms.has("participle") || forms.has("past");
    // "450,000 have returned from Iran": without an object, and nothing says that they were made to.
    const unmade =
      /^return/.test(word.lower) &&
      !passive &&
      /^(?:from|to|home|across|since|in|via|through|[.,;])$/.test(words[at + 1]?.lower ?? ".");
    const voice: Trigger["voice"] =
      entry.alone || unmade
        ? "alone"
        : participle && passive
          ? "passive"
          : participle &&
              !perfect &&
              !finite &&
              // "and driven over the bridge": no past tense.
              ((!forms.has("past") && !forms.has("base")) ||
                isReduced(words, at, last === at + 1 ? last : at))
            ? "reduced"
            : "active";
    // "1,170 are still detained"
    const stays = /^detained$/.test(word.lower) && /^(?:is|are)$/.test(auxiliaries[0] ?? "");
    return {
      at,
      last,
      type: stays ? "detention" : entry.type,
      voice,
      from,
      entry,
      unforced: unmade || entry.unforced === true,
    };
  }
  return null;
}

/** "the trial was held in Maungdaw": holding without a prison near is no custody. */
function nearCustody(words: readonly TaggedWord[], at: number): boolean {
  return CUSTODY_PLACES.test(
    words
      .slice(at + 1, at + 16)
      .map(({ lower }) => lower)
      .join(" "),
  );
}

/** "a repatriation flight carried 431 people". */
const isFlight = (words: readonly TaggedWord[], at: number) =>
  /\b(?:deportation|repatriation|removal|expulsion|return|charter|first|second|third|another) (?:\w+ )?(?:flights?|planes?|bus(?:es)?|jets?|convoys?)\b/.test(
    words
      .slice(Math.max(0, at - 8), at)
      .map(({ lower }) => lower)
      .join(" "),
  );

/** "is holding eleven North Koreans", "the monks were held": not "the trial was held", "held talks". */
function holdsPeople(words: readonly TaggedWord[], from: number, at: number): boolean {
  if (words.slice(from, at).some(({ lower }) => BE.test(lower)) && words[at]!.lower === "held")
    return !words.slice(Math.max(0, from - 6), from).some(({ lower }) => NOT_HELD.test(lower));
  const next = words[at + 1];
  if (from === at && /^(?:in|at|by|since|without|near|incommunicado)$/.test(next?.lower ?? ""))
    return !words.slice(Math.max(0, at - 4), at).some(({ lower }) => NOT_HELD.test(lower));
  return (
    next !== undefined &&
    (qualifierAt(words, at + 1).length > 0 ||
      readNumber(words, at + 1) !== null ||
      readNoun(words, at + 1, () => false, true) !== null ||
      /^(?:them|him|her|dozens|hundreds|scores|several|another)$/.test(next.lower) ||
      (/^(?:the|a|an|his|her|their|its)$/.test(next.lower) &&
        words.slice(at + 2, at + 6).some(({ lower }) => PEOPLE_NOUNS.has(lower)) &&
        words.slice(Math.max(0, from - 4), from).some(({ lower }) => POLICE.has(lower))))
  );
}

const NOT_HELD =
  /^(?:trials?|hearings?|talks|sessions?|events?|games|polls?|rall(?:y|ies)|ceremon(?:y|ies)|protests?|vigils?|funerals?|summits?|votes?|inquest|elections?|meetings?|conferences?|demonstrations?|gatherings?|screenings?|briefings?|services?|it)$/;

/** "is now in a jail", "are still behind bars". */
function custodyAt(words: readonly TaggedWord[], at: number): Trigger | null {
  if (!CUSTODY.test(words[at]!.lower)) return null;
  let lead = at - 1;
  while (
    lead > at - 4 &&
    /^(?:a|an|the|police|immigration|pretrial|administrative|chinese|military|solitary)$/.test(
      words[lead]?.lower ?? "",
    )
  )
    lead--;
  if (!/^(?:in|behind|under)$/.test(words[lead]?.lower ?? "")) return null;
  for (let be = lead - 1; be >= Math.max(0, lead - 4); be--) {
    if (BE.test(words[be]!.lower) && words[be]!.lower !== "be")
      return {
        at: be,
        last: at,
        type: "detention",
        voice: "alone",
        from: groupStart(words, be),
        entry: null,
        unforced: false,
      };
    if (
      !/^(?:now|still|currently|all|both|reportedly|also|already|being|kept)$/.test(
        words[be]!.lower,
      )
    )
      return null;
  }
  return null;
}

const CUSTODY = /^(?:custody|detention|jails?|prisons?|bars)$/;

function groupStart(words: readonly TaggedWord[], at: number): number {
  let from = at;
  while (from > 0 && AUXILIARY.test(words[from - 1]!.lower) && at - from < 7) from--;
  // "five or later arrested": a group does not begin with an adverb alone.
  const helpers = words
    .slice(from, at)
    .some(({ lower }) => BE.test(lower) || HAVE.test(lower) || MODAL.test(lower));
  return helpers ? from : at;
}

const MODAL = /^(?:will|would|may|might|could|can|should|shall|must|to|did|do|does)$/;

/** "a statement released on Sunday", "the report was released": no people. */
const isPublished = (words: readonly TaggedWord[], at: number) =>
  /^released?$/.test(words[at]!.lower) &&
  words
    .slice(Math.max(0, at - 4), at)
    .some(({ lower }, index, before) => PUBLISHED.test(lower) && before[index + 1]?.lower !== ",");

const PUBLISHED =
  /^(?:statements?|reports?|data|figures|statistics|footage|videos?|photos?|letters?|documents?|surveys?|stud(?:y|ies)|lists?|findings|papers?|transcripts?|audio)$/;

/** "the detained group", "returned defectors": says which people, not that it happened now. */
function isAttribute(
  words: readonly TaggedWord[],
  at: number,
  forms: Set<Form>,
  finite: boolean,
): boolean {
  if (finite || !(forms.has("participle") || forms.has("past") || forms.has("ing"))) return false;
  const next = words[at + 1];
  const before = words[at - 1]?.lower ?? "";
  if (/^(?:those|them)$/.test(before) && !forms.has("ing")) return true;
  if (!next?.isWord) return false;
  const leads =
    /^(?:the|these|those|of|for|all|other|its|their|with|about|to|recently|newly|forcibly|\d+|some|many|most|more|any|by|on|from|a|an)$/.test(
      before,
    ) || words[at - 1]?.text === undefined;
  const people =
    PEOPLE_NOUNS.has(next.lower) ||
    /^(?:group|party|families)$/.test(next.lower) ||
    (/^\p{Lu}/u.test(next.text) && PEOPLE_NOUNS.has(words[at + 2]?.lower ?? "")) ||
    /^(?:North|South)$/.test(next.text);
  return leads && people;
}

/** "arrests" and "return" are nouns behind an article, an adjective or a preposition. */
function isNoun(words: readonly TaggedWord[], at: number): boolean {
  const before = words[at - 1];
  if (!EVENT_NOUNS.has(words[at]!.lower)) return !words[at]!.verb;
  return (
    !before ||
    !words[at]!.verb ||
    readNumber(words, at - 1) !== null ||
    /^(?:the|a|an|of|their|its|his|her|these|those|such|some|any|many|more|mass|forced|forcible|for|after|before|by|from|in|on|with)$/.test(
      before.lower,
    )
  );
}

/** People stand right before it, perhaps with a comma: "Five North Koreans arrested in China". */
function isReduced(words: readonly TaggedWord[], at: number, last: number): boolean {
  const before = words[at - 1];
  if (!before) return false;
  const noun = before.lower === "," ? words[at - 2] : before;
  const next = words[last + 1]?.lower ?? "";
  const measured = /^(?:no|as|up|around)$/.test(next) && qualifierAt(words, last + 1).length > 0;
  const takesObject =
    measured ||
    (/^(?:the|a|an|at|roughly|between|almost|approximately|about|some|more|over|nearly|another|several|dozens|hundreds|them|him|her|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*|all|least|north|their)$/.test(
      next,
    ) &&
      !(next === "at" && words[last + 2]?.lower !== "least"));
  return !takesObject && (before.lower !== "," || !!noun);
}

/** "The raid took place on May 3": tells more of an arrest told before. */
const isRaid = (words: readonly TaggedWord[], at: number) =>
  /^(?:raids?|operation|round-?ups?|incidents?)$/.test(words[at]!.lower) &&
  /^(?:the|this|that|these)$/.test(words[at - 1]?.lower ?? "") &&
  /^(?:took|happened|occurred)$/.test(words[at + 1]?.lower ?? "");

function nounAt(words: readonly TaggedWord[], at: number): Trigger | null {
  const word = words[at]!;
  const type = EVENT_NOUNS.get(word.lower) ?? (isRaid(words, at) ? "arrest" : undefined);
  if (type === undefined || (at > 0 && /^\p{Lu}/u.test(word.text))) return null;
  if (
    /^(?:centers?|centres?|facility|facilities|camps?|policy|treaty|agreement|order|orders|law|cells?|site|warrants?|flight|flights|process|house)$/.test(
      words[at + 1]?.lower ?? "",
    )
  )
    return null;
  const before = words[at - 1]?.lower ?? "";
  if (
    /^(?:in|into|under|house|of|against|without)$/.test(before) &&
    !/^(?:of|in)$/.test(words[at + 1]?.lower ?? "")
  )
    return null;
  return { at, last: at, type, voice: "noun", from: at, entry: null, unforced: false };
}
