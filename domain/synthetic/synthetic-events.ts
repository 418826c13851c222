import { type CountRange, unknownCount } from "../count-range";
import type { Concerned, Group, IncidentEvent, Place } from "../incident";
import { addDays, daysBetween } from "../partial-date";
import type { EventType, Modality } from "../vocabulary";
import type { Chance } from "./chance";
import type { Language, Phrases } from "./phrases";
import { syntheticDate } from "./synthetic-date";
import type { SyntheticGroups } from "./synthetic-groups";
import type { SyntheticPlace, SyntheticPlaces } from "./synthetic-places";

/** When the story of an incident happens: its first day, and the day from which things are only expected. */
export type StoryDays = { began: string; told: string };

/**
 * Two to four events in their order: an arrest or detention at the place, what came between, and how it ended, which
 * is only anticipated or unconfirmed now and then. What is reported happened on `began` to `told`.
 */
export function syntheticEvents(
  chance: Chance,
  { groups, people }: SyntheticGroups,
  place: SyntheticPlace,
  { began, told }: StoryDays,
  places: SyntheticPlaces,
  { language, phrases }: { language: Language; phrases: Phrases },
): [IncidentEvent, ...IncidentEvent[]] {
  const write = (type: EventType, modality: Modality, day: string | null, at: Place[]) => ({
    id: chance.hex(12),
    type,
    modality,
    date: day === null ? null : syntheticDate(chance, day, language),
    places: at,
    description: chance.happens(55) ? chance.pick(phrases.events[type] ?? [""]) : "",
    groups: concerned(chance, groups, people),
  });
  const at = (where: SyntheticPlace): Place[] => [{ role: "at", locationId: where.id }];

  const opening = write(
    chance.happens(82) ? "arrest" : "detention",
    chance.weighted(OPENING),
    began,
    at(place),
  );
  const events: [IncidentEvent, ...IncidentEvent[]] = [opening];
  const span = daysBetween(began, told);
  let day = began;
  const between = chance.weighted([
    [0, 30],
    [1, 40],
    [2, 30],
  ]);
  for (let n = 0; n < between; n++) {
    day = addDays(day, chance.below(Math.floor(span / 3) + 1));
    const type = chance.weighted(MIDDLE);
    const next = places.nearby(chance, place);
    const where: Place[] =
      type === "transfer" && next.id !== place.id
        ? [
            { role: "from", locationId: place.id },
            { role: "to", locationId: next.id },
          ]
        : at(chance.happens(70) ? place : next);
    events.push(write(type, chance.happens(93) ? "reported" : "unconfirmed", day, where));
  }
  const [type, modality] = chance.weighted(ENDINGS);
  const expected = modality === "anticipated";
  const last = expected
    ? chance.happens(60)
      ? null
      : addDays(told, chance.between(1, 40))
    : addDays(day, chance.below(daysBetween(day, told) + 1));
  const where = type === "deportation" ? handover(chance, place, groups[0], places) : at(place);
  events.push(write(type, modality, last, chance.happens(85) ? where : []));
  return events;
}

/** From where to where people are sent back: mostly over a border bridge. */
function handover(
  chance: Chance,
  place: SyntheticPlace,
  { nationality }: Group,
  places: SyntheticPlaces,
): Place[] {
  if (place.countryId === "CN" && nationality === "KP" && chance.happens(75)) {
    const { from, to } = places.anyHandover(chance);
    return [
      { role: "from", locationId: from.id },
      { role: "to", locationId: to.id },
    ];
  }
  const home = nationality ?? "KP";
  if (home === place.countryId) return [{ role: "from", locationId: place.id }];
  return [
    { role: "from", locationId: place.provinceId ?? place.id },
    { role: "to", locationId: home },
  ];
}

/** Everybody, all the groups that are no part of another, or only some of the main one. */
function concerned(chance: Chance, groups: readonly Group[], people: number): Concerned[] {
  const whole = (group: Group): Concerned => ({ groupId: group.id, count: unknownCount });
  const [main] = groups as [Group];
  return chance.weighted<() => Concerned[]>([
    [() => [], 15],
    [() => groups.filter(({ partOf }) => partOf === null).map(whole), 50],
    [() => groups.map(whole), 10],
    [() => [{ groupId: main.id, count: someOf(chance, people, main.count) }], 25],
  ])();
}

function someOf(chance: Chance, people: number, whole: CountRange): CountRange {
  const most = Math.min(people, whole.high ?? people);
  const n = chance.between(Math.min(1, most), most);
  return chance.happens(75)
    ? { low: n, best: n, high: n }
    : { low: Math.max(0, n - 2), best: null, high: n };
}

const OPENING: readonly (readonly [Modality, number])[] = [
  ["reported", 92],
  ["unconfirmed", 6],
  ["denied", 2],
];
const MIDDLE: readonly (readonly [EventType, number])[] = [
  ["detention", 34],
  ["transfer", 32],
  ["interrogation", 14],
  ["consular_visit", 6],
  ["charge", 6],
  ["statement", 4],
  ["hospitalisation", 3],
  ["other", 1],
];
const ENDINGS: readonly (readonly [readonly [EventType, Modality], number])[] = [
  [["deportation", "reported"], 34],
  [["deportation", "anticipated"], 22],
  [["deportation", "unconfirmed"], 6],
  [["deportation", "denied"], 1],
  [["release", "reported"], 12],
  [["release", "anticipated"], 2],
  [["transfer", "reported"], 5],
  [["sentencing", "reported"], 6],
  [["sentencing", "anticipated"], 1],
  [["escape", "reported"], 3],
  [["disappearance", "reported"], 3],
  [["resettlement", "reported"], 3],
  [["death_in_custody", "reported"], 1],
  [["death_in_custody", "unconfirmed"], 1],
];
