import { NONE } from "./columns";
import type { IncidentIndex } from "./incident-index";
import { type KindColumns, kindColumns, MORE_LOCALITIES } from "./kind-columns";
import { type DayRange, isInRanges } from "./match-dates";
import { valuesOfSet } from "./set-column";
import type { SlotBits, Words } from "./slot-bits";

/** Where figures stand among sums: first the total, then `STRIDE` sums an area and a country, then one a locality. */
export type MapPlaces = { areas: number; countries: number; localities: number; past: number };

/** Incidents; low, best and high of their people; how many have no low, no best, no high. */
export const STRIDE = 7;

export function mapPlaces({ areas, localities, sets }: IncidentIndex): MapPlaces {
  const countriesFrom = STRIDE + STRIDE * areas.codes.length;
  const localitiesFrom = countriesFrom + STRIDE * sets.country.codes.length;
  return {
    areas: STRIDE,
    countries: countriesFrom,
    localities: localitiesFrom,
    past: localitiesFrom + localities.codes.length,
  };
}

/** Adds all incidents at the places of all of their events. Whoever has people in an area has an event there. */
export function addEverywhere(
  index: IncidentIndex,
  places: MapPlaces,
  { into, slots, words, sign }: { into: Float64Array; slots: SlotBits; words: Words; sign: 1 | -1 },
): void {
  const { numbers, events, eventsFrom, eventCount, sets, shares, sharesFrom, shareCount } = index;
  const { low, best, high } = numbers;
  const { kind } = events;
  const { of } = sets.country;
  const { onlyLocality, localities } = kindColumns(index.kinds);
  // Most have the same few countries: their people are summed once for each set of them.
  const byCountries = new Float64Array(sets.country.count * STRIDE);
  const last = new Uint32Array(index.localities.codes.length);
  const addLocality = (locality: number, slot: number) => {
    if (last[locality] === slot + 1) return;
    last[locality] = slot + 1;
    into[places.localities + locality]! += sign;
  };
  for (let word = words.from; word < words.to; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      addTo(byCountries, of[slot]! * STRIDE, sign, low[slot]!, best[slot]!, high[slot]!);
      const past = sharesFrom[slot]! + shareCount[slot]!;
      for (let at = sharesFrom[slot]!; at < past; at++) {
        const place = places.areas + shares.area[at]! * STRIDE;
        addTo(into, place, sign, shares.low[at]!, shares.best[at]!, shares.high[at]!);
      }
      const end = eventsFrom[slot]! + eventCount[slot]!;
      let before = -1;
      for (let at = eventsFrom[slot]!; at < end; at++) {
        const only = onlyLocality[kind[at]!]!;
        if (only >= 0) {
          if (only !== before) addLocality(only, slot);
          before = only;
        } else if (only === MORE_LOCALITIES) {
          const { starts, values } = localities;
          const pastValues = starts[kind[at]! + 1]!;
          for (let n = starts[kind[at]!]!; n < pastValues; n++) addLocality(values[n]!, slot);
        }
      }
    }
  for (let set = 0; set < sets.country.count; set++) {
    const sums = byCountries.subarray(set * STRIDE, (set + 1) * STRIDE);
    addSums(into, 0, sums);
    for (const country of valuesOfSet(sets.country, set))
      addSums(into, places.countries + country * STRIDE, sums);
  }
}

/**
 * Adds the incidents at the places of those of their events that are asked for; nothing of those that have none.
 * `isRight`: by kind of event, 1 where it is. `ranges`: when the event must be.
 */
export function addWhereRight(
  index: IncidentIndex,
  places: MapPlaces,
  asked: {
    into: Float64Array;
    slots: SlotBits;
    words: Words;
    sign: 1 | -1;
    isRight: Uint8Array;
    ranges: readonly DayRange[] | null;
  },
): void {
  const { into, slots, words, sign, isRight, ranges } = asked;
  const { numbers, events, eventsFrom, eventCount, shares, sharesFrom, shareCount } = index;
  const { low, best, high } = numbers;
  const { kind, earliest, latest } = events;
  const ofKinds = kindColumns(index.kinds);
  const { starts, values } = ofKinds.areas;
  // Most incidents have right events of one kind: their people are summed once for each of them.
  const byKind = new Float64Array(index.kinds.length * STRIDE);
  // The slot, plus one, that was seen last at each place.
  const seen = new Uint32Array(places.past);
  const own: number[] = [];
  for (let word = words.from; word < words.to; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      const end = eventsFrom[slot]! + eventCount[slot]!;
      let count = 0;
      for (let at = eventsFrom[slot]!; at < end; at++) {
        const of = kind[at]!;
        if (isRight[of] === 0 || (count > 0 && own[count - 1] === of)) continue;
        if (ranges !== null && isInRanges(ranges, earliest[at]!, latest[at]!) === 0) continue;
        own[count++] = of;
      }
      if (count === 0) continue;
      if (count > 1) {
        addAtMany(index, places, ofKinds, { into, seen, slot, kinds: own, count, sign });
        continue;
      }
      const only = own[0]!;
      addTo(byKind, only * STRIDE, sign, low[slot]!, best[slot]!, high[slot]!);
      const [first, pastAreas] = [starts[only]!, starts[only + 1]!];
      const past = sharesFrom[slot]! + shareCount[slot]!;
      for (let at = sharesFrom[slot]!; at < past; at++) {
        const area = shares.area[at]!;
        let isThere = false;
        for (let n = first; n < pastAreas; n++) if (values[n] === area) isThere = true;
        const place = places.areas + area * STRIDE;
        if (isThere) addTo(into, place, sign, shares.low[at]!, shares.best[at]!, shares.high[at]!);
      }
    }
  const { countries, localities } = ofKinds;
  for (let of = 0; of < index.kinds.length; of++) {
    if (byKind[of * STRIDE] === 0) continue;
    const sums = byKind.subarray(of * STRIDE, (of + 1) * STRIDE);
    addSums(into, 0, sums);
    for (let at = countries.starts[of]!; at < countries.starts[of + 1]!; at++)
      addSums(into, places.countries + countries.values[at]! * STRIDE, sums);
    for (let at = localities.starts[of]!; at < localities.starts[of + 1]!; at++)
      into[places.localities + localities.values[at]!]! += sums[0]!;
  }
}

/** Adds an incident with several kinds of right events, once at each place. */
function addAtMany(
  { numbers, shares, sharesFrom, shareCount }: IncidentIndex,
  places: MapPlaces,
  { areas, countries, localities }: KindColumns,
  one: {
    into: Float64Array;
    seen: Uint32Array;
    slot: number;
    kinds: readonly number[];
    count: number;
    sign: 1 | -1;
  },
): void {
  const { into, seen, slot, kinds, count, sign } = one;
  const [low, best, high] = [numbers.low[slot]!, numbers.best[slot]!, numbers.high[slot]!];
  const mark = slot + 1;
  addTo(into, 0, sign, low, best, high);
  for (let n = 0; n < count; n++) {
    const kind = kinds[n]!;
    for (let at = areas.starts[kind]!; at < areas.starts[kind + 1]!; at++)
      seen[places.areas + areas.values[at]! * STRIDE] = mark;
    for (let at = countries.starts[kind]!; at < countries.starts[kind + 1]!; at++) {
      const place = places.countries + countries.values[at]! * STRIDE;
      if (seen[place] !== mark) addTo(into, place, sign, low, best, high);
      seen[place] = mark;
    }
    for (let at = localities.starts[kind]!; at < localities.starts[kind + 1]!; at++) {
      const place = places.localities + localities.values[at]!;
      if (seen[place] !== mark) into[place]! += sign;
      seen[place] = mark;
    }
  }
  const past = sharesFrom[slot]! + shareCount[slot]!;
  for (let at = sharesFrom[slot]!; at < past; at++) {
    const place = places.areas + shares.area[at]! * STRIDE;
    if (seen[place] === mark)
      addTo(into, place, sign, shares.low[at]!, shares.best[at]!, shares.high[at]!);
  }
}

function addSums(into: Float64Array, base: number, sums: Float64Array): void {
  for (let at = 0; at < STRIDE; at++) into[base + at]! += sums[at]!;
}

/** An incident without a bound enters with the next lower one it has. */
function addTo(
  sums: Float64Array,
  base: number,
  sign: 1 | -1,
  low: number,
  best: number,
  high: number,
): void {
  sums[base]! += sign;
  let atLeast = 0;
  if (low === NONE) sums[base + 4]! += sign;
  else atLeast = low;
  sums[base + 1]! += sign * atLeast;
  if (best === NONE) sums[base + 5]! += sign;
  else atLeast = best;
  sums[base + 2]! += sign * atLeast;
  if (high === NONE) sums[base + 6]! += sign;
  else atLeast = high;
  sums[base + 3]! += sign * atLeast;
}
