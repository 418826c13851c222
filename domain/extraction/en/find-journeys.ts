import type { Where } from "../happening";
import { JOURNEYS, VEHICLES } from "../lexicon/en/journey-words";
import type { PlacePhrase } from "./find-place-phrases";
import type { FoundPeople } from "./found-people";
import type { TaggedWord } from "./tag-words";

/** True where a sentence may tell of the way that people told of before were taken. */
export function hasJourney(words: readonly { lower: string }[]): boolean {
  return words.some(({ lower }) => JOURNEYS.has(lower));
}

/** Where the vehicles or the people of a sentence came from and arrived: "a flight landed in Kashgar". */
export function findJourneys(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  places: readonly PlacePhrase[],
): Where[] {
  return places.flatMap((phrase) => {
    for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - 6); at--) {
      const way = JOURNEYS.get(words[at]!.lower);
      if (way === undefined) continue;
      if (!travels(words, people, at) || phrase.place.kind === "country") return [];
      return fits(phrase, way) ? [asWhere(phrase, way)] : [];
    }
    return [];
  });
}

function travels(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  verb: number,
): boolean {
  const near = words.slice(Math.max(0, verb - 8), verb);
  return (
    near.some(({ lower }) => VEHICLES.has(lower)) ||
    people.some(({ to, definite, counted }) => to <= verb && verb - to < 3 && (definite || counted))
  );
}

/** "left the Suan Phlu center", "left from Lumut"; "landed in Kashgar", "reached Osh". */
function fits({ preposition, aside }: PlacePhrase, way: "from" | "to"): boolean {
  if (aside) return false;
  return way === "from"
    ? preposition === null || /^(?:from|at|in)$/.test(preposition)
    : preposition === null || /^(?:in|at|to)$/.test(preposition);
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
