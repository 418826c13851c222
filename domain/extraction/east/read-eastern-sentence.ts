import type { Span } from "../evidence-of";
import type { PlaceName } from "../find-places";
import type { Happening, People, When } from "../happening";
import type { EasternWords } from "./eastern-words";
import { type EasternDateContext, findEasternDates } from "./find-eastern-dates";
import { type EasternEvent, easternStance, findEasternEvents } from "./find-eastern-events";
import { type EasternPeople, findEasternPeople } from "./find-eastern-people";
import { findEasternSpeakers, isSpeechDate } from "./find-eastern-speakers";
import { easternWhere, findEasternPlaces } from "./find-eastern-wheres";
import { splitEastern } from "./split-eastern";

/** What is known when a sentence is read. */
export type EasternContext = EasternDateContext & { countries: ReadonlyMap<string, number> };

/** Everything one Korean or Chinese sentence says of events, in order. */
export function readEasternSentence(
  text: string,
  sentence: Span,
  names: readonly PlaceName[],
  words: EasternWords,
  language: "ko" | "zh",
  context: EasternContext,
): Happening[] {
  const events = findEasternEvents(text, sentence, words, language);
  if (events.length === 0) return [];
  const allDates = findEasternDates(text, sentence, context);
  const people = findEasternPeople(text, sentence, words, language).filter(
    (each) => !allDates.some((date) => each.start < date.end && each.end > date.start),
  );
  const dates = allDates.filter(
    (date) => !isSpeechDate(text, sentence, date, events, words, language),
  );
  const places = findEasternPlaces(text, sentence, names, context.countries, language);
  const speakers = findEasternSpeakers(text, sentence, words, language);
  const happenings: Happening[] = [];
  let start = sentence.start;
  let before: People[] = [];
  for (const [index, event] of events.entries()) {
    const next = events[index + 1];
    const clause = { start, end: clauseEnd(text, sentence, event, next, people, language) };
    const inside = people.filter((each) => each.start >= clause.start && each.end <= clause.end);
    const modality = easternStance(text, sentence, clause, event, next, words, language);
    const parts = inside.filter(({ part }) => part);
    const whole = withoutPronouns(
      patientsOf(
        inside.filter(({ part }) => !part),
        event,
        language,
      ),
    );
    const own = [...dates, ...places].some(
      (each) =>
        each.start >= clause.start &&
        each.start < clause.end &&
        (!("tie" in each) || each.tie !== null),
    );
    start = clause.end;
    // 체포된 탈북자: says which people, when nothing tells of a day or a place.
    if (event.attribute && !own) {
      start = event.end;
      continue;
    }
    const patients =
      whole.length > 0
        ? whole
        : before.length > 0
          ? before.map((each) => ({ ...each, definite: true }))
          : parts.length > 0
            ? []
            : [pointing(event)];
    if (whole.length > 0) before = whole;
    if (modality === null) continue;
    for (const each of splitEastern(clause, patients, event, dates, places)) {
      const touched = places.filter(
        (place) => place.tie !== null && place.start >= each.start && place.start < each.end,
      );
      const date = dateOf(dates, each);
      const happening: Happening = {
        type: event.type,
        modality,
        sentence: { start: sentence.start, end: sentence.end },
        people: each.people,
        parts,
        date,
        places: touched.map((place) => easternWhere(place, event.type, modality === "anticipated")),
        speakers,
        retelling: each.people.length === 0 || each.people.every(({ definite }) => definite),
        also: false,
        ongoing: false,
        aside: false,
        wholeOf: null,
        doubts: [],
      };
      happenings.push(happening);
    }
  }
  return happenings;
}

/** Korean: the clause ends with its verb, or with the people the verb describes. Chinese: with the comma, or before the next event. */
function clauseEnd(
  text: string,
  sentence: Span,
  event: EasternEvent,
  next: EasternEvent | undefined,
  people: readonly EasternPeople[],
  language: "ko" | "zh",
): number {
  if (language === "ko") {
    const described = event.attribute
      ? people.find(({ start }) => start >= event.end && start - event.end < 14)
      : undefined;
    // "북송은 투먼을 통해 이뤄졌다": the noun's own words stand behind it.
    const done = /^(?:은|는|이|가) [^.]{0,60}?(?:이뤄|이루어|진행|실시)/u.exec(
      text.slice(event.end, next?.start ?? sentence.end),
    );
    if (done) return event.end + done[0].length;
    return described && (next === undefined || described.end <= next.start)
      ? described.end
      : event.end;
  }
  const limit = next?.start ?? sentence.end;
  const stop = text.slice(event.end, limit).search(/[，。；！？;,]/u);
  const to = stop < 0 ? limit : event.end + stop;
  // "逮捕了11名脱北者，并将…": the people of the next event are not those of this one.
  const joint = text.slice(event.end, to).search(/并|後|后|再|又/u);
  return next && stop < 0 && joint >= 0 ? event.end + joint : to;
}

/** 이들을 돕던 안내인 5명: where people are counted the pronoun stands for others. */
function withoutPronouns(people: EasternPeople[]): EasternPeople[] {
  const counted = people.filter((each) => each.counted);
  return counted.length > 0 ? counted : people;
}

function patientsOf(
  people: readonly EasternPeople[],
  event: EasternEvent,
  language: "ko" | "zh",
): EasternPeople[] {
  const before = people.filter(({ end }) => end <= event.start);
  const behind = people.filter(({ start }) => start >= event.end);
  if (language === "ko") return event.attribute && behind.length > 0 ? behind.slice(0, 1) : before;
  if (event.passive)
    return before.some(({ counted }) => counted) || behind.length === 0 ? before : behind;
  return behind.length > 0 ? behind : before;
}

/** The people told of before, where the language leaves the subject out. */
function pointing({ start, end }: EasternEvent): People {
  return {
    start,
    end,
    count: { low: null, best: null, high: null },
    counted: false,
    unit: "person",
    nationality: null,
    role: null,
    definite: true,
    pronoun: true,
    single: false,
    other: false,
    part: false,
    ageBand: null,
    sex: null,
    circumstances: [],
  };
}

function dateOf(dates: readonly When[], { start, end }: Span): When | null {
  return dates.findLast((date) => date.start >= start && date.start < end) ?? null;
}
