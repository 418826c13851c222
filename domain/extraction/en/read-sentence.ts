import type { Span } from "../evidence-of";
import type { PlaceName } from "../find-places";
import type { Happening, Remark } from "../happening";
import { CUSTODY_PLACES, POLICE } from "../lexicon/en/stance-words";
import { type Clause, cutClauses } from "./cut-clauses";
import type { Word } from "./cut-words";
import { type DateContext, type FoundDate, findDates } from "./find-dates";
import { findPlacePhrases, type PlacePhrase } from "./find-place-phrases";
import { findSpeakers } from "./find-speakers";
import { findTriggers, hasEventWord } from "./find-triggers";
import { type FoundPeople, uncountedAt } from "./found-people";
import { pickDate } from "./pick-date";
import { type PickedPeople, pickPeople } from "./pick-people";
import { pickPlaces } from "./pick-places";
import { readCount } from "./read-count";
import { readPeople } from "./read-people";
import { splitList } from "./split-list";
import { stanceOf } from "./stance-of";
import { type TaggedWord, tagWords } from "./tag-words";

/** What is known when a sentence is read. */
export type SentenceContext = DateContext & { countries: ReadonlyMap<string, number> };

export type SentenceReading = { happenings: Happening[]; remarks: Remark[] };

/** Everything one sentence says of events, in order. */
export function readEnglishSentence(
  text: string,
  sentence: Span,
  cut: readonly Word[],
  names: readonly PlaceName[],
  context: SentenceContext,
): SentenceReading {
  const eventful = hasEventWord(cut);
  if (
    !eventful &&
    !/\b(?:guides?|helpers?|brokers?|of them|of whom|including|group|them)\b/.test(
      text.slice(sentence.start, sentence.end),
    )
  )
    return { happenings: [], remarks: [] };
  const words = tagWords(text, sentence, cut);
  const dates = findDates(text, sentence, context);
  const taken = takenBy(words, dates);
  const people = findPeople(words, taken);
  const places = findPlacePhrases(text, words, names, context.countries);
  const triggers = findTriggers(words);
  const clauses = cutClauses(words, triggers);
  const speakers = findSpeakers(text, words);
  const reading: SentenceReading = { happenings: [], remarks: [] };
  const heldAtRisk = isHeldAtRisk(words, clauses);
  let before: PickedPeople | null = null;
  for (const clause of clauses) {
    const stance = stanceOf(words, clause);
    const picked = pickPeople(words, people, clause, before);
    before = picked;
    if (clause === heldAtRisk) continue;
    if (stance === null || !isMeant(words, clause, picked, places)) continue;
    for (const part of splitList(words, clause, picked.patients, dates, places)) {
      const date = pickDate(words, dates, clause, part, stance);
      const happening: Happening = {
        type: clause.trigger.type,
        modality: stance,
        sentence: { start: sentence.start, end: sentence.end },
        people: part.patients.length > 0 ? part.patients : unnamed(words, clause),
        parts: picked.parts,
        date,
        places: pickPlaces(text, words, places, clause, part, stance),
        speakers,
        retelling: isRetelling(words, clause, part.patients, picked.parts),
        also:
          words
            .slice(Math.max(clause.from, clause.trigger.from - 1), clause.trigger.at)
            .some(({ lower }) => lower === "also") ||
          /\b(?:along|together)? ?with them\b/.test(lineBehind(words, clause)),
        doubts: clause.trigger.unforced ? ["whether_forced"] : [],
      };
      if (isSpecific(happening)) reading.happenings.push(happening);
    }
  }
  reading.remarks.push(...remarksOf(words, people, sentence));
  return reading;
}

/** "Uighurs held in Bangkok could be sent back": they are at risk, being held only says where they are. */
function isHeldAtRisk(words: readonly TaggedWord[], clauses: readonly Clause[]): Clause | null {
  const [held, next] = clauses;
  if (!held || !next || held.trigger.type !== "detention" || held.trigger.voice !== "reduced")
    return null;
  const risk = next.trigger.type === "deportation" && stanceOf(words, next) === "anticipated";
  return risk && next.trigger.voice === "passive" ? held : null;
}

const lineBehind = (words: readonly TaggedWord[], { trigger, to }: Clause) =>
  words
    .slice(trigger.last + 1, to)
    .map(({ lower }) => lower)
    .join(" ");

function takenBy(words: readonly Word[], dates: readonly FoundDate[]): (at: number) => boolean {
  const numbers = new Set<number>();
  for (const [at, word] of words.entries())
    if (dates.some(({ start, end }) => word.start < end && word.end > start)) numbers.add(at);
  return (at) => numbers.has(at);
}

function findPeople(words: readonly TaggedWord[], taken: (at: number) => boolean): FoundPeople[] {
  const found: FoundPeople[] = [];
  for (let at = 0; at < words.length; at++) {
    const people = readPeople(words, at, taken);
    if (!people) continue;
    found.push(people);
    at = people.to - 1;
  }
  // "one of them a teenager": the teenager is the one.
  return found
    .filter(({ part, to, count }, at) => !(part && count.best === 1 && found[at + 1]?.from === to))
    .map((people) => numbered(words, people));
}

/** "put the number of defectors arrested in May at about 30", "brings the number of those held to 12". */
function numbered(words: readonly TaggedWord[], people: FoundPeople): FoundPeople {
  const lead = words
    .slice(Math.max(0, people.from - 2), people.from)
    .map(({ lower }) => lower)
    .join(" ");
  if (lead !== "number of" || people.counted) return people;
  for (let at = people.to; at < Math.min(words.length, people.to + 14); at++) {
    const figure = /^(?:at|to|as|is|was|reached)$/.test(words[at]!.lower)
      ? readCount(words, at + 1)
      : null;
    if (!figure) continue;
    const { count, to } = figure;
    return {
      ...people,
      count,
      end: words[to - 1]!.end,
      counted: true,
      generic: false,
      definite: false,
    };
  }
  return people;
}

/** Whether a weak word means its event here: "held" needs a prison, "stopped" needs police. */
function isMeant(
  words: readonly TaggedWord[],
  clause: Clause,
  { patients, parts }: PickedPeople,
  places: readonly PlacePhrase[],
): boolean {
  const { trigger } = clause;
  const needs = trigger.entry?.needs;
  if (!needs) return true;
  const near = words
    .slice(trigger.at + 1, trigger.at + 16)
    .map(({ lower }) => lower)
    .join(" ");
  if (needs === "custody") return CUSTODY_PLACES.test(near) && patients.length > 0;
  if (needs === "place")
    return places.some(
      ({ from, preposition }) =>
        /^(?:to|from)$/.test(preposition ?? "") && from > trigger.at && from - trigger.at < 10,
    );
  const agent =
    words.slice(clause.from, trigger.at).some(({ lower }) => POLICE.has(lower)) ||
    /\bby (?:\S+ ){0,4}(?:police|officers|guards|authorities|agents|security|soldiers|navy|patrol)/.test(
      near,
    );
  if (needs === "police") return agent;
  return (
    (agent && patients.length > 0) ||
    parts.length > 0 ||
    patients.some(
      ({ definite, other, part, pronoun, bare }) => definite || other || part || pronoun || bare,
    )
  );
}

/** Tells more of an event told before: "the handovers", "they were found". */
function isRetelling(
  words: readonly TaggedWord[],
  { trigger }: Clause,
  patients: readonly FoundPeople[],
  parts: readonly FoundPeople[],
): boolean {
  if (patients.length === 0 && parts.length > 0) return true;
  if (trigger.voice !== "noun")
    return patients.length > 0 && patients.every(({ definite }) => definite);
  const before = words[trigger.at - 1]?.lower ?? "";
  return (
    /^(?:the|these|those|this|their|its|his|such)$/.test(before) &&
    !patients.some(({ counted }) => counted)
  );
}

/** "some returns": people there were, but the noun alone tells of them. */
function unnamed(words: readonly TaggedWord[], { trigger }: Clause): FoundPeople[] {
  const some = /^(?:some|several|many|more|other|further|two|three|four|five)$/.test(
    words[trigger.at - 1]?.lower ?? "",
  );
  return trigger.voice === "noun" && some
    ? [uncountedAt(words, trigger.at - 1, trigger.at + 1)]
    : [];
}

/** About certain people or a certain day; "North Koreans were sent back" alone is a practice. */
function isSpecific({ people, parts, date, places, retelling, modality }: Happening): boolean {
  if (people.some(({ counted, definite }) => counted || definite)) return true;
  if (modality !== "reported") return false;
  if (people.length === 0)
    return date !== null || (retelling && (places.length > 0 || parts.length > 0));
  return date !== null && (date.unresolved || date.earliest !== null) && !/^since/i.test(date.text);
}

/** "include" and "consist of" wherever they stand; "are" only right behind, and not where it begins a passive. */
function verbOfRemark(words: readonly TaggedWord[], from: number): number {
  const lists = words.findIndex(
    ({ lower }, at) =>
      at >= from &&
      /^(?:include|includes|included|consist|consists|consisted|comprise|comprises|comprised)$/.test(
        lower,
      ),
  );
  if (lists >= 0) return lists;
  return words.findIndex(
    ({ lower }, at) =>
      at >= from && at < from + 4 && /^(?:is|are|was|were)$/.test(lower) && !words[at + 1]?.verb,
  );
}

/** What a sentence says of people without an event: "both guides are Chinese", "the group includes two children". */
function remarksOf(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  sentence: Span,
): Remark[] {
  const [subject, ...rest] = people;
  if (!subject || !(subject.definite || subject.part || subject.counted)) return [];
  const verb = verbOfRemark(words, subject.to);
  if (verb < 0) return [];
  if (words[verb + 1]?.lower === "among")
    return [
      {
        subject: rest[0] ?? null,
        parts: [subject],
        nationality: null,
        sentence: { start: sentence.start, end: sentence.end },
      },
    ];
  const near = rest.filter(({ from }) => from - verb < 40);
  const first = near[0];
  const identity = /^(?:is|are|was|were)$/.test(words[verb]!.lower);
  if (!first || (identity && first.from - verb > 3)) return [];
  const alone = identity && near.length === 1 && first.generic;
  return [
    {
      subject,
      parts: alone || !subject.definite ? [] : near.filter(({ pronoun }) => !pronoun),
      nationality: alone ? first.nationality : null,
      sentence: { start: sentence.start, end: sentence.end },
    },
  ];
}
