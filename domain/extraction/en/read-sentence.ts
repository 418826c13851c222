import { isUnknownCount } from "../../count-range";
import type { DayBounds } from "../../partial-date";
import type { Span } from "../evidence-of";
import type { PlaceName } from "../find-places";
import type { Happening, Remark, Where } from "../happening";
import { type Clause, cutClauses } from "./cut-clauses";
import type { Word } from "./cut-words";
import type { DateContext } from "./date-words";
import { findBackReferences, type SentenceBefore } from "./find-back-references";
import { findDates } from "./find-dates";
import { findJourney, hasJourney } from "./find-journeys";
import { findPlacePhrases } from "./find-place-phrases";
import { findSpeakers } from "./find-speakers";
import { findTriggers, hasEventWord } from "./find-triggers";
import { type FoundPeople, uncountedAt } from "./found-people";
import { isMeant } from "./is-meant";
import {
  areHelpers,
  isAside,
  isHeldAtRisk,
  isOfVehicle,
  isOngoing,
  isRetelling,
  wholeOf,
} from "./manner-of";
import { peopleIn } from "./people-in";
import { pickDate } from "./pick-date";
import { type PickedPeople, pickPeople } from "./pick-people";
import { pickPlaces } from "./pick-places";
import { readCount } from "./read-count";
import type { FoundDate } from "./reckon-dates";
import { remarksOf } from "./remarks-of";
import { splitList } from "./split-list";
import { stanceOf } from "./stance-of";
import { type TaggedWord, tagWords } from "./tag-words";
import { withCountry } from "./with-country";

/** What is known when a sentence is read. */
export type SentenceContext = DateContext & {
  countries: ReadonlyMap<string, number>;
  /** The two sentences before it, fewer at the beginning. */
  before: readonly SentenceBefore[];
};

/** `named`: the last single day that the sentence names. */
export type SentenceReading = {
  happenings: Happening[];
  remarks: Remark[];
  named: DayBounds | null;
};

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
    !hasJourney(cut) &&
    !/\b(?:guides?|helpers?|brokers?|of them|of whom|including|group|them)\b/.test(
      text.slice(sentence.start, sentence.end),
    )
  )
    return { happenings: [], remarks: [], named: null };
  const words = tagWords(text, sentence, cut);
  const dates = findDates(text, sentence, context);
  const taken = takenBy(words, dates);
  const people = withCountry(words, peopleIn(words, taken), names);
  const named = findPlacePhrases(text, words, names, context.countries);
  const places = [
    ...named,
    ...findBackReferences(text, words, named, context.before, context.countries),
  ].sort((a, b) => a.from - b.from);
  const triggers = findTriggers(words);
  const clauses = cutClauses(words, triggers);
  const speakers = findSpeakers(text, words);
  const reading: SentenceReading = {
    happenings: [],
    remarks: [],
    named:
      dates.findLast(({ earliest, latest }) => earliest !== null && earliest === latest) ?? null,
  };
  const heldAtRisk = isHeldAtRisk(words, clauses);
  const heldAt: Where[] = [];
  let before: (PickedPeople & { told: boolean }) | null = null;
  for (const [at, clause] of clauses.entries()) {
    const stance = stanceOf(words, clause);
    const picked = pickPeople(words, people, clause, before);
    const told = reading.happenings.length;
    const toldBefore = before?.told ?? false;
    before = { ...picked, told: false };
    if (clause === heldAtRisk) {
      heldAt.push(...pickPlaces(text, words, places, clause, clause, "reported", speakers));
      continue;
    }
    const ofVehicle = isOfVehicle(words, clause, people);
    if (stance === null || !(ofVehicle || isMeant(words, clause, picked, places))) continue;
    const patients = ofVehicle ? [] : picked.patients;
    // "raided a flat in Yanji on May 3 and arrested 12": of an event that was none the words are free.
    const wide =
      at > 0 && !toldBefore && words[clause.trigger.from - 1]?.lower === "and"
        ? { ...clause, from: Math.min(clause.from, clauses[at - 1]!.from) }
        : clause;
    const list = splitList(words, clause, patients, dates, places);
    for (const listed of list) {
      const part = listed.from === clause.from ? { ...listed, from: wide.from } : listed;
      // "31 were caught between 8 and 12 February: ten in Shenyang, nine in Changchun": the day of all.
      const ofAll = { from: wide.from, to: list[0]!.from, listed: false, patient: null };
      const date =
        pickDate(words, dates, wide, part, stance) ??
        (part.listed ? pickDate(words, dates, wide, ofAll, stance) : null);
      const happening: Happening = {
        type: clause.trigger.type,
        modality: stance,
        sentence: { start: sentence.start, end: sentence.end },
        people: part.patients.length > 0 ? part.patients : unnamed(words, clause),
        parts: picked.parts,
        date,
        places: [...heldAt, ...pickPlaces(text, words, places, wide, part, stance, speakers)],
        speakers,
        retelling: ofVehicle || isRetelling(words, clause, part.patients, picked.parts),
        also:
          words
            .slice(Math.max(clause.from, clause.trigger.from - 1), clause.trigger.at)
            .some(({ lower }) => lower === "also") ||
          /\b(?:with them|as well|too)\b/.test(lineBehind(words, clause)) ||
          areHelpers(words, clause, part.patients),
        ongoing: isOngoing(words, clause),
        taken:
          /^(?:take|took|taken|bring|brought|led|driven|drove|escorted|marched|flown|flew|bussed|bused)$/.test(
            words[clause.trigger.at]!.lower,
          ),
        before: words
          .slice(clause.trigger.from, clause.trigger.at)
          .some(({ lower }) => lower === "had"),
        aside: isAside(words, clause, clauses),
        wholeOf: wholeOf(words, people, part.patients),
        doubts: clause.trigger.unforced ? ["whether_forced"] : [],
      };
      if (isSpecific(happening)) reading.happenings.push(happening);
    }
    before.told = reading.happenings.length > told;
  }
  reading.remarks.push(...remarksOf(words, people, sentence));
  const moved = reading.happenings.some(({ type }) => /^(?:deportation|transfer)$/.test(type));
  const journey = moved ? null : findJourney(words, people, places, dates);
  if (journey && (journey.places.length > 0 || journey.date !== null))
    reading.remarks.push({
      subject: null,
      parts: [],
      nationality: null,
      journey: journey.places,
      date: journey.date,
      sentence: { start: sentence.start, end: sentence.end },
    });
  return reading;
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

/** "some returns": people there were, but the noun alone tells of them. */
function unnamed(words: readonly TaggedWord[], { trigger }: Clause): FoundPeople[] {
  // "learned of 40 detentions"
  for (let from = trigger.at - 1; from >= Math.max(0, trigger.at - 4); from--) {
    const figure = trigger.voice === "noun" ? readCount(words, from) : null;
    if (figure?.to === trigger.at)
      return [{ ...uncountedAt(words, from, trigger.at + 1), count: figure.count }];
  }
  const some = /^(?:some|several|many|more|other|further|two|three|four|five)$/.test(
    words[trigger.at - 1]?.lower ?? "",
  );
  return trigger.voice === "noun" && some
    ? [uncountedAt(words, trigger.at - 1, trigger.at + 1)]
    : [];
}

/** About certain people or a certain day; "North Koreans were sent back" alone is a practice. */
function isSpecific({ people, parts, date, places, retelling, modality }: Happening): boolean {
  // "has sent back several critics in recent years": a practice.
  if (
    date !== null &&
    date.earliest === null &&
    /\b(?:years|decades?)$/.test(date.text) &&
    people.every(({ count }) => isUnknownCount(count))
  )
    return false;
  if (people.some(({ counted, definite }) => counted || definite)) return true;
  if (modality !== "reported") return false;
  if (people.length === 0)
    return date !== null || (retelling && (places.length > 0 || parts.length > 0));
  return date !== null && (date.unresolved || date.earliest !== null) && !/^since/i.test(date.text);
}
