import type { CountRange } from "../count-range";
import { dayAt, dayNumber } from "../partial-date";
import type { CaseFacts, CasePlaces } from "../similarity/case-facts";
import { countWeight, dateWeight, placeWeight, type Shared } from "../similarity/weights";
import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import { type SetColumn, slotsWithAny, valuesOfSet } from "./set-column";
import { hasSlot, slotsIn } from "./slot-bits";

/** What the index knows of an incident that may be the same as another: all but its words. */
export type IndexedCase = Pick<CaseFacts, "date" | "persons" | "places"> & {
  number: number;
  /** References of its sources. */
  sources: string[];
};

/**
 * The incidents most like a case by date, place and number of people, and all that cite one of `sources`, at most
 * `limit` of each; retracted ones are left out. It goes once through all incidents: about 3 ms of 100,000.
 */
export function similarSlots(
  index: IncidentIndex,
  asked: Pick<CaseFacts, "date" | "persons" | "places">,
  sources: readonly string[],
  limit: number,
): IndexedCase[] {
  const { earliest, latest, low, best, high } = index.numbers;
  const retracted = slotsWithAny(index.sets.review, ["retracted"], index.room);
  const placeWeights = weightsBySet(index, asked.places);
  const countWeights = weightsByCount(asked.persons);
  const day = dayOf(asked.date);
  const isDated = day.earliest !== null || day.latest !== null;
  const [from, to] = [(day.earliest ?? -NEVER) - NEAR, (day.latest ?? NEVER) + NEAR];
  const found: { slot: number; weight: number }[] = [];
  for (const slot of index.order) {
    const [first, last] = [earliest[slot]!, latest[slot]!];
    // Of most it is enough to compare two numbers.
    if (isDated && ((first > to && first !== NONE) || (last < from && last !== NONE))) continue;
    let weight = placeWeights(slot);
    if (weight < LEAST_OF_PLACES) continue;
    if (isDated) weight += dateWeight(day, { earliest: known(first), latest: known(last) });
    if (weight + MOST_OF_COUNTS < WORTH_READING) continue;
    weight += countWeights(low[slot]!, best[slot]!, high[slot]!);
    if (weight >= WORTH_READING && !hasSlot(retracted, slot)) found.push({ slot, weight });
  }
  found.sort((a, b) => b.weight - a.weight);
  const citing = slotsIn(slotsWithAny(index.sets.source, sources, index.room));
  const slots = new Set([
    ...found.slice(0, limit).map(({ slot }) => slot),
    ...[...citing].filter((slot) => !hasSlot(retracted, slot)).slice(0, limit),
  ]);
  return [...slots].map((slot) => indexedCase(index, slot));
}

/** What is still open afterwards, words and reports, cannot make up for less. */
const WORTH_READING = 2.5;
const MOST_OF_COUNTS = 4;
/** Where places are known and none is shared. */
const LEAST_OF_PLACES = -1.5;
/** Days between two dates that may still be of one case. */
const NEAR = 7;
const NEVER = 10_000_000;

/** What the index knows of the incident of a slot. */
export function indexedCase(index: IncidentIndex, slot: number): IndexedCase {
  const { numbers, sets } = index;
  const numberOf = (name: keyof typeof numbers) => known(numbers[name][slot]!);
  const dayNamed = (name: "earliest" | "latest") => {
    const number = numberOf(name);
    return number === null ? null : dayAt(number);
  };
  const from = index.eventsFrom[slot]!;
  const kinds = index.events.kind.subarray(from, from + index.eventCount[slot]!);
  const localities = [...kinds].flatMap((kind) => index.kinds[kind]!.localities);
  return {
    number: index.numberOf[slot]!,
    date: { earliest: dayNamed("earliest"), latest: dayNamed("latest") },
    persons: { low: numberOf("low"), best: numberOf("best"), high: numberOf("high") },
    places: {
      countries: codesOf(sets.country, slot),
      provinces: codesOf(sets.province, slot),
      localities: [...new Set(localities)].map((value) => index.localities.codes[value]!),
    },
    sources: codesOf(sets.source, slot),
  };
}

function codesOf(column: SetColumn, slot: number): string[] {
  return [...valuesOfSet(column, column.of[slot]!)].map((value) => column.codes[value]!);
}

/** The weight of a slot's places, but for its localities; reckoned once for each pair of sets. */
function weightsBySet(index: IncidentIndex, asked: CasePlaces): (slot: number) => number {
  const { province, country } = index.sets;
  const provinces = sharedBySet(province, asked.provinces);
  const countries = sharedBySet(country, asked.countries);
  const nowhere = { a: 0, b: 0, both: 0 };
  return (slot) =>
    placeWeight(provinces(province.of[slot]!), nowhere, countries(country.of[slot]!));
}

function sharedBySet(column: SetColumn, codes: readonly string[]): (set: number) => Shared {
  const asked = new Set(codes.map((code) => column.byCode.get(code)));
  const kept: Shared[] = [];
  return (set) => {
    kept[set] ??= {
      a: codes.length,
      b: column.starts[set + 1]! - column.starts[set]!,
      both: valuesOfSet(column, set).filter((value) => asked.has(value)).length,
    };
    return kept[set];
  };
}

/** The weight of a number of people, reckoned once for each. */
function weightsByCount(asked: CountRange): (low: number, best: number, high: number) => number {
  const exact = new Float64Array(MANY).fill(Number.NaN);
  const weigh = (low: number, best: number, high: number) =>
    countWeight(asked, { low: known(low), best: known(best), high: known(high) });
  return (low, best, high) => {
    if (low !== high || low < 0 || low >= MANY) return weigh(low, best, high);
    if (Number.isNaN(exact[low])) exact[low] = weigh(low, best, high);
    return exact[low]!;
  };
}

const MANY = 1_000;

function dayOf({ earliest, latest }: CaseFacts["date"]) {
  return {
    earliest: earliest === null ? null : dayNumber(earliest),
    latest: latest === null ? null : dayNumber(latest),
  };
}

function known(value: number): number | null {
  return value === NONE ? null : value;
}
