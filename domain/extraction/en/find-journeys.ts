import type { When, Where } from "../happening";
import { JOURNEYS, TAKEN, VEHICLES } from "../lexicon/en/journey-words";
import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { PlacePhrase } from "./find-place-phrases";
import type { FoundPeople } from "./found-people";
import type { FoundDate } from "./reckon-dates";
import type { TaggedWord } from "./tag-words";

/** The way that people told of before were taken, and when. */
export type Journey = { places: Where[]; date: When | null };

/** True where a sentence may tell of such a way. */
export function hasJourney(words: readonly { lower: string }[]): boolean {
  return words.some(({ lower }) => JOURNEYS.has(lower) || TAKEN.has(lower));
}

/** Where the vehicles or the people of a sentence came from and arrived: "a flight landed in Kashgar". */
export function findJourney(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  phrases: readonly PlacePhrase[],
  dates: readonly FoundDate[],
): Journey {
  const journey: Journey = { places: [], date: null };
  for (let verb = 1; verb < words.length; verb++) {
    const { lower } = words[verb]!;
    const taken = TAKEN.has(lower) && /^(?:was|were|been|being)$/.test(words[verb - 1]!.lower);
    const way = JOURNEYS.get(lower) ?? null;
    if ((way === null && !taken) || !travels(words, people, verb)) continue;
    const end = nextVerb(words, verb);
    for (const phrase of phrases) {
      if (phrase.from <= verb || phrase.from >= end || phrase.aside) continue;
      const role = roleOf(phrase, way, phrase.from - verb);
      if (role && phrase.place.kind !== "country") journey.places.push(asWhere(phrase, role));
    }
    const found = dates.find(
      ({ start }) => start > words[verb]!.end && start < words[end - 1]!.end,
    );
    if (found) {
      const { ahead: _, ...date } = found;
      journey.date ??= date;
    }
  }
  return journey;
}

function nextVerb(words: readonly TaggedWord[], verb: number): number {
  for (let at = verb + 1; at < words.length; at++) {
    const { lower, verb: isVerb } = words[at]!;
    if (
      (SPEECH_VERBS.has(lower) && isVerb) ||
      lower === "said" ||
      (isVerb && !/ing$/.test(lower)) ||
      /^(?:after|before|when|while|because|although)$/.test(lower) ||
      /^[;:]$/.test(lower)
    )
      return at;
  }
  return words.length;
}

function travels(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  verb: number,
): boolean {
  return (
    words.slice(Math.max(0, verb - 8), verb).some(({ lower }) => VEHICLES.has(lower)) ||
    people.some(({ to, definite }) => to <= verb && verb - to < 3 && definite)
  );
}

/** "left the Suan Phlu center", "left from Lumut"; "landed in Kashgar", "reached Osh"; "were driven from … to …". */
function roleOf(
  { preposition }: PlacePhrase,
  way: "from" | "to" | null,
  distance: number,
): "from" | "to" | null {
  if (preposition === "from") return "from";
  if (preposition === "to") return "to";
  if (way === null) return null;
  return (preposition === null && distance < 4) || /^(?:in|at)$/.test(preposition ?? "")
    ? way
    : null;
}

function asWhere(
  { start, end, place, locality, doubtful }: PlacePhrase,
  role: "from" | "to",
): Where {
  return {
    start,
    end,
    role,
    country: place.countryId,
    subdivision: place.provinceId,
    locality: locality ?? (place.kind === "locality" ? place.nameEn : null),
    facility: place.kind === "facility" ? place.nameEn : null,
    doubtful,
  };
}
