import type { Clause } from "./cut-clauses";
import type { PlacePhrase } from "./find-place-phrases";
import type { FoundPeople } from "./found-people";
import type { FoundDate } from "./reckon-dates";
import type { TaggedWord } from "./tag-words";

/** One of the events that a clause tells: its people, and the words in which its date and places stand. */
export type ListPart = {
  patients: FoundPeople[];
  from: number;
  to: number;
  listed: boolean;
  patient: number | null;
};

/**
 * The events of a clause. "40 on September 18 and 80 on August 29", "12 in Tumen and 5 in Yanji" are two each; a
 * total before the list is none. A clause without such a list is one event.
 */
export function splitList(
  words: readonly TaggedWord[],
  clause: Clause,
  patients: readonly FoundPeople[],
  dates: readonly FoundDate[],
  places: readonly PlacePhrase[],
): ListPart[] {
  const whole = [
    { patients: [...patients], from: clause.from, to: clause.to, listed: false, patient: null },
  ];
  const counted = patients.filter(({ counted: figure, from }) => figure && from >= clause.from);
  if (counted.length < 2 || counted.length !== patients.length) return whole;
  const stretches = counted.map((each, index) => ({
    each,
    from: each.from,
    to: counted[index + 1]?.from ?? clause.to,
  }));
  const wordAt = (offset: number) => words.findIndex(({ end }) => end > offset);
  const hasDate = ({ from, to }: { from: number; to: number }) =>
    dates.some(({ start }) => wordAt(start) >= from && wordAt(start) < to);
  const hasPlace = ({ from, to }: { from: number; to: number }) =>
    places.some(
      (place) =>
        place.from >= from &&
        place.from < to &&
        place.place.kind !== "country" &&
        place.preposition !== null,
    );
  const list = isTotal(words, stretches) ? stretches.slice(1) : stretches;
  const dated = list.filter(hasDate).length;
  const placed = list.filter(hasPlace).length;
  // Of one operation groups may be sent back by several roads; each town has its own arrest.
  const apart = !/^(?:deportation|transfer)$/.test(clause.trigger.type);
  if (list.length >= 2 && (dated === list.length || (apart && placed === list.length)))
    return list.map(({ each, from, to }, index) => ({
      patients: [each],
      // What stands before the first figure is said of the first: "on May 3 police arrested 12 in A, and 5 in B".
      from: index === 0 && list === stretches ? clause.from : from,
      to,
      listed: true,
      patient: each.from,
    }));
  return whole;
}

function isTotal(
  words: readonly TaggedWord[],
  [first, second]: { each: FoundPeople; to: number }[],
): boolean {
  if (!first || !second) return false;
  const between = words.slice(first.each.to, second.each.from);
  // "Eleven, including a couple, were caught in Kunming and the rest in Nanning": no total.
  if (between.some(({ lower }) => /^(?:was|were)$/.test(lower))) return false;
  return between.some(({ lower }) => /^(?:[:;—–-]|including|comprising)$/.test(lower));
}
