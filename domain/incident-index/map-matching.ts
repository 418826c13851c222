import { compareText } from "../compare-text";
import { type Flow, type MapFigures, noFigures, type ProvinceMap } from "../province-map";
import { MODALITIES, type Modality } from "../vocabulary";
import { NONE } from "./columns";
import { WAY_MARK } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { type DayRange, dateBits, MATCHES } from "./match-dates";
import type { Matching } from "./match-filter";
import { PROVINCE, WHOLE_KIND } from "./match-kinds";
import { countPerValue, type SetColumn } from "./set-column";
import { slotsIn } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";

/**
 * The map of what a filter finds. `asked`: the filter without its provinces, since a map leaves out its own selection
 * as a facet does; `whole`: with them, for the ways. An area, country or town counts where an event is there that has
 * all that is asked of an event beside the province.
 */
export function mapMatching(index: IncidentIndex, asked: Matching, whole: Matching): ProvinceMap {
  const others = WHOLE_KIND & ~PROVINCE;
  const isRight = asked.kindBits.map((bits) => ((bits & others) === others ? 1 : 0));
  const isFree = isRight.every((right) => right === 1);
  const ranges = asked.isOfEvent ? asked.ranges : null;
  const places = placesOf(index);
  const { past: length } = places;
  let sums: Float64Array;
  if (ranges === null && isFree) {
    const add: Adding = (into, slots, sign) =>
      addAll(index, places, { into, slots, sign, isRight: null, ranges });
    sums = sumOver(index, asked.hits, { name: "map", length, add });
  } else {
    sums = new Float64Array(length);
    const slots = slotsIn(asked.hits, asked.total);
    addAll(index, places, { into: sums, slots, sign: 1, isRight: isFree ? null : isRight, ranges });
  }
  return {
    provinces: figuresBy(index.areas.codes, sums, places.areas),
    countries: figuresBy(index.sets.country.codes, sums, places.countries),
    localities: new Map(
      index.localities.codes
        .map((code, value): [string, number] => [code, sums[places.localities + value]!])
        .filter(([, incidents]) => incidents > 0)
        .sort(byCode),
    ),
    flows: flowsOf(index, whole),
    total: figuresAt(sums, 0),
  };
}

/** Where figures stand among sums: first the total, then `STRIDE` sums an area and a country, then one a locality. */
type Places = { areas: number; countries: number; localities: number; past: number };

/** Incidents; low, best and high of their people; how many have no low, no best, no high. */
const STRIDE = 7;

function placesOf(index: IncidentIndex): Places {
  const areas = STRIDE;
  const countries = areas + STRIDE * index.areas.codes.length;
  const localities = countries + STRIDE * index.sets.country.codes.length;
  return { areas, countries, localities, past: localities + index.localities.codes.length };
}

type Added = {
  into: Float64Array;
  slots: Uint32Array;
  sign: 1 | -1;
  /** By kind of event, 1 where it is asked for; null where all are. And when the event must be. */
  isRight: Uint8Array | null;
  ranges: readonly DayRange[] | null;
};

/** Adds what the incidents have at the places of those of their events that are asked for. */
function addAll(index: IncidentIndex, places: Places, added: Added): void {
  const { into, slots, sign, isRight, ranges } = added;
  const { numbers, events, eventsFrom, eventCount } = index;
  const { shares, sharesFrom, shareCount } = index;
  const { low, best, high } = numbers;
  const kindPlaces = placesOfKinds(index, places);
  // The slot, plus one, that was seen last at each of them: an incident counts once.
  const last = new Uint32Array(places.past);
  for (let n = 0; n < slots.length; n++) {
    const slot = slots[n]!;
    const stamp = slot + 1;
    addTo(into, 0, sign, low[slot]!, best[slot]!, high[slot]!);
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      const kind = events.kind[at]!;
      if (isRight !== null && isRight[kind] === 0) continue;
      if (
        ranges !== null &&
        !(dateBits(ranges, events.earliest[at]!, events.latest[at]!) & MATCHES)
      )
        continue;
      const past = kindPlaces.starts[kind + 1]!;
      for (let of = kindPlaces.starts[kind]!; of < past; of++) {
        const place = kindPlaces.places[of]!;
        if (last[place] === stamp) continue;
        last[place] = stamp;
        if (place >= places.localities) into[place]! += sign;
        else if (place >= places.countries)
          addTo(into, place, sign, low[slot]!, best[slot]!, high[slot]!);
      }
    }
    const past = sharesFrom[slot]! + shareCount[slot]!;
    for (let at = sharesFrom[slot]!; at < past; at++) {
      const place = places.areas + shares.area[at]! * STRIDE;
      if (last[place] === stamp)
        addTo(into, place, sign, shares.low[at]!, shares.best[at]!, shares.high[at]!);
    }
  }
}

/** For each kind of event, one after the other, where its areas, countries and localities stand among sums. */
function placesOfKinds({ kinds }: IncidentIndex, { areas, countries, localities }: Places) {
  const starts = new Uint32Array(kinds.length + 1);
  const places: number[] = [];
  for (const [kind, of] of kinds.entries()) {
    for (const area of of.areas) places.push(areas + area * STRIDE);
    for (const country of of.countries) places.push(countries + country * STRIDE);
    for (const locality of of.localities) places.push(localities + locality);
    starts[kind + 1] = places.length;
  }
  return { starts, places: Uint32Array.from(places) };
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

function figuresAt(sums: Float64Array, base: number): MapFigures {
  const [incidents, low, best, high, noLow, noBest, noHigh] = sums.subarray(base, base + STRIDE);
  const figures = noFigures();
  figures.incidents = incidents!;
  figures.persons = {
    low: low!,
    best: best!,
    high: high!,
    unknown: { low: noLow!, best: noBest!, high: noHigh! },
  };
  return figures;
}

function figuresBy(
  codes: readonly string[],
  sums: Float64Array,
  base: number,
): Map<string, MapFigures> {
  const figures = codes.map((code, at): [string, MapFigures] => [
    code,
    figuresAt(sums, base + at * STRIDE),
  ]);
  return new Map(figures.filter(([, { incidents }]) => incidents > 0).sort(byCode));
}

function byCode([a]: [string, unknown], [b]: [string, unknown]): number {
  return compareText(a, b);
}

function flowsOf({ sets: { move } }: IncidentIndex, { hits }: Matching): Flow[] {
  const counts = countPerValue(move, hits);
  const flows: { flow: Flow; order: number }[] = [];
  for (const [order, value] of waysInOrder(move).entries()) {
    const incidents = counts[value]!;
    if (incidents === 0) continue;
    const [from, to, modality] = move.codes[value]!.split(WAY_MARK);
    const flow = { from: from!, to: to!, modality: modality as Flow["modality"], incidents };
    flows.push({ flow, order });
  }
  flows.sort((a, b) => b.flow.incidents - a.flow.incidents || a.order - b.order);
  return flows.map(({ flow }) => flow);
}

const WAYS = new WeakMap<readonly string[], number[]>();

/** The values of all ways by modality, from and to; codes are never changed, only added. */
function waysInOrder({ codes }: SetColumn): number[] {
  const known = WAYS.get(codes);
  if (known?.length === codes.length) return known;
  const ways = codes.map((code, value) => {
    const [from, to, modality] = code.split(WAY_MARK);
    return {
      value,
      way: `${from} ${to} ${modality}`,
      rank: MODALITIES.indexOf(modality as Modality),
    };
  });
  ways.sort((a, b) => a.rank - b.rank || compareText(a.way, b.way));
  const order = ways.map(({ value }) => value);
  WAYS.set(codes, order);
  return order;
}
