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
import { pickDate } from "./pick-date";
import { type PickedPeople, pickPeople } from "./pick-people";
import { pickPlaces } from "./pick-places";
import { type FoundPeople, readPeople } from "./read-people";
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
  let before: PickedPeople | null = null;
  for (const clause of clauses) {
    const stance = stanceOf(words, clause);
    const picked = pickPeople(words, people, clause, before);
    before = picked;
    if (stance === null || !isMeant(words, clause, picked, places)) continue;
    for (const part of splitList(words, clause, picked.patients, dates, places)) {
      const date = pickDate(words, dates, clause, part, stance);
      const happening: Happening = {
        type: clause.trigger.type,
        modality: stance,
        sentence: { start: sentence.start, end: sentence.end },
        people: part.patients,
        parts: picked.parts,
        date,
        places: pickPlaces(text, words, places, clause, part, stance),
        speakers,
        retelling: isRetelling(words, clause, part.patients),
        doubts: clause.trigger.entry?.unforced ? ["whether_forced"] : [],
      };
      if (isSpecific(happening)) reading.happenings.push(happening);
    }
  }
  reading.remarks.push(...remarksOf(words, people, sentence, clauses.length > 0));
  return reading;
}

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
  return found;
}

/** Whether a weak word means its event here: "held" needs a prison, "stopped" needs police. */
function isMeant(
  words: readonly TaggedWord[],
  clause: Clause,
  { patients }: PickedPeople,
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
): boolean {
  if (trigger.voice !== "noun")
    return patients.length > 0 && patients.every(({ definite }) => definite);
  const before = words[trigger.at - 1]?.lower ?? "";
  return (
    /^(?:the|these|those|this|their|its|his|such)$/.test(before) &&
    !patients.some(({ counted }) => counted)
  );
}

/** About certain people or a certain day; "North Koreans were sent back" alone is a practice. */
function isSpecific({ people, date, places, retelling, modality }: Happening): boolean {
  if (people.some(({ counted, definite }) => counted || definite)) return true;
  if (modality !== "reported") return false;
  if (people.length === 0) return date !== null || (retelling && places.length > 0);
  return date !== null && (date.unresolved || date.earliest !== null) && !/^since/i.test(date.text);
}

/** What a sentence says of people without an event: "both guides are Chinese", "the group includes two children". */
function remarksOf(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  sentence: Span,
  eventful: boolean,
): Remark[] {
  const [subject, ...rest] = people;
  if (!subject || !(subject.definite || subject.part || subject.counted)) return [];
  const verb = words.findIndex(
    ({ lower }, at) =>
      at >= subject.to &&
      at < subject.to + 4 &&
      /^(?:is|are|was|were|include|includes|included|consist|consists|consisted)$/.test(lower),
  );
  if (
    verb < 0 ||
    (eventful && /^(?:is|are|was|were)$/.test(words[verb]!.lower) && words[verb + 1]?.verb)
  )
    return [];
  const near = rest.filter(({ from }) => from - verb < 25);
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
