import { daysBetween } from "../../partial-date";
import type { Span } from "../evidence-of";
import type { PlaceName } from "../find-places";
import type { Happening, People, Remark, When, Where } from "../happening";
import { easternJourney } from "./eastern-journey";
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
): (Happening | Remark)[] {
  const events = findEasternEvents(text, sentence, words, language);
  if (events.length === 0) {
    const places = findEasternPlaces(text, sentence, names, context.countries, language);
    const journey = easternJourney(text, sentence, places);
    return journey.length > 0 ? [journeyOf(journey, sentence)] : [];
  }
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
  const heldAt: Where[] = [];
  let aside = false;
  for (const [index, event] of events.entries()) {
    const next = events[index + 1];
    const clause = { start, end: clauseEnd(text, sentence, event, next, people, language) };
    const inside = people.filter((each) => each.start >= clause.start && each.end <= clause.end);
    const modality = easternStance(text, sentence, clause, event, next, words, language);
    const parts = inside.filter(({ part }) => part);
    const whole = withoutPronouns(
      text,
      patientsOf(
        inside.filter(({ part }) => !part),
        event,
        language,
      ),
    );
    // 其中109人, 이 가운데 5명: of some alone it is told.
    const some = whole.length === 0 && before.length === 0 ? alone(text, parts) : [];
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
        : some.length > 0
          ? some
          : before.length > 0
            ? before.map((each) => (aside ? each : { ...each, definite: true }))
            : parts.length > 0
              ? []
              : [pointing(event)];
    if (whole.length > 0) before = whole;
    if (modality === null) continue;
    if (isHeldAtRisk(text, sentence, event, next, words, language)) {
      heldAt.push(
        ...places
          .filter(({ tie, start: at }) => tie !== null && at >= clause.start && at < clause.end)
          .map((place) => easternWhere(place, event.type, false)),
      );
      before = patients.filter(({ counted }) => counted);
      aside = true;
      continue;
    }
    for (const each of splitEastern(clause, patients, event, dates, places)) {
      const touched = places.filter(
        (place) => place.tie !== null && place.start >= each.start && place.start < each.end,
      );
      const date = dateOf(dates, each) ?? frontPeriod(dates, events);
      const happening: Happening = {
        type: event.type,
        modality,
        sentence: { start: sentence.start, end: sentence.end },
        people: each.people,
        parts: some.length > 0 ? [] : parts,
        date,
        places: [
          ...heldAt,
          ...touched.map((place) => easternWhere(place, event.type, modality === "anticipated")),
        ],
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

const journeyOf = (journey: Where[], { start, end }: Span): Remark => ({
  subject: null,
  parts: [],
  nationality: null,
  journey,
  date: null,
  sentence: { start, end },
});

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

/**
 * 이들을 돕던 안내인 5명: where people are counted the pronoun stands for others; but 이들은 여성 8명과 남성 2명
 * counts those told of before.
 */
function withoutPronouns(text: string, people: EasternPeople[]): EasternPeople[] {
  const counted = people.filter((each) => each.counted);
  if (counted.length === 0) return people;
  const topic = people.find(({ pronoun, end }) => pronoun && /^[은는]/u.test(text.slice(end)));
  return topic && topic.start < counted[0]!.start && counted.length > 1
    ? counted.map((each) => ({ ...each, definite: true }))
    : counted;
}

/** Those of whom alone something is told, and no mere list of who was among them: 포함, 包括. */
function alone(text: string, parts: readonly EasternPeople[]): EasternPeople[] {
  return parts.filter(
    ({ counted, start, end }) =>
      counted &&
      /(?:其中|가운데|중)(?:에서|에는|有|的)? ?$/u.test(
        text.slice(Math.max(0, start - 6), start),
      ) &&
      !/^[을를이가]? ?포함/u.test(text.slice(end, end + 5)),
  );
}

/** 투먼에 수감된 탈북민 30명이 북송될 예정: they are at risk, being held only says where they are. */
function isHeldAtRisk(
  text: string,
  sentence: Span,
  event: EasternEvent,
  next: EasternEvent | undefined,
  words: EasternWords,
  language: "ko" | "zh",
): boolean {
  if (event.type !== "detention" || next?.type !== "deportation") return false;
  const now =
    event.attribute ||
    /(?:目前|现|仍|至今)[^，。]{0,4}$/u.test(text.slice(event.start - 6, event.start));
  const clause = { start: event.end, end: sentence.end };
  return (
    now && easternStance(text, sentence, clause, next, undefined, words, language) === "anticipated"
  );
}

/** A month or more at the front of a sentence holds for all that it tells. */
function frontPeriod(dates: readonly When[], events: readonly EasternEvent[]): When | null {
  const [first] = dates;
  if (!first || !events[0] || first.start > events[0].start) return null;
  const { earliest, latest } = first;
  return earliest !== null && latest !== null && daysBetween(earliest, latest) > 26 ? first : null;
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
