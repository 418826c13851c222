import { compareText } from "../compare-text";
import { type Flow, type MapFigures, noFigures, type ProvinceMap } from "../province-map";
import { MODALITIES, type Modality } from "../vocabulary";
import { NONE } from "./columns";
import { WAY_MARK } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { dateBits, MATCHES, type Matching, PROVINCE, WHOLE_KIND } from "./match-filter";
import { countPerValue } from "./set-column";
import { slotsIn } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";

/**
 * The map of what a filter finds. `asked`: the filter without its provinces, since a map leaves out its own selection
 * as a facet does; `whole`: with them, for the ways. An area, country or town counts where an event is there that has
 * all that is asked of an event beside the province.
 */
export function mapMatching(index: IncidentIndex, asked: Matching, whole: Matching): ProvinceMap {
  const others = WHOLE_KIND & ~PROVINCE;
  const isFree = !asked.isOfEvent && asked.kindBits.every((bits) => (bits & others) === others);
  const places = placesOf(index);
  const { past: length } = places;
  let sums: Float64Array;
  if (isFree) {
    const add: Adding = (into, slots, sign) => addAll(index, places, { into, slots, sign });
    sums = sumOver(index, asked.hits, { name: "map", length, add });
  } else {
    sums = new Float64Array(length);
    const slots = slotsIn(asked.hits, asked.total);
    addAll(index, places, { into: sums, slots, sign: 1, isRight: rightEvents(index, asked) });
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

/** Whether an event has all that is asked of one beside the province. */
function rightEvents({ events }: IncidentIndex, { kindBits, isOfEvent, range }: Matching) {
  const others = WHOLE_KIND & ~PROVINCE;
  return (at: number) =>
    (kindBits[events.kind[at]!]! & others) === others &&
    (!isOfEvent || (dateBits(range, events.earliest[at]!, events.latest[at]!) & MATCHES) !== 0);
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
  isRight?: (event: number) => boolean;
};

/** Adds what the incidents have at the places of those of their events that are right, of all where none is asked for. */
function addAll(index: IncidentIndex, places: Places, { into, slots, sign, isRight }: Added): void {
  const { numbers, kinds, events, eventsFrom, eventCount } = index;
  const { shares, sharesFrom, shareCount } = index;
  // The slot, plus one, that was seen last at each of them: an incident counts once.
  const lastArea = new Uint32Array(index.areas.codes.length);
  const lastCountry = new Uint32Array(index.sets.country.codes.length);
  const lastLocality = new Uint32Array(index.localities.codes.length);
  const { low, best, high } = numbers;
  for (let n = 0; n < slots.length; n++) {
    const slot = slots[n]!;
    const stamp = slot + 1;
    addTo(into, 0, sign, low[slot]!, best[slot]!, high[slot]!);
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      if (isRight && !isRight(at)) continue;
      const { areas, countries, localities } = kinds[events.kind[at]!]!;
      for (let of = 0; of < areas.length; of++) lastArea[areas[of]!] = stamp;
      for (let of = 0; of < countries.length; of++) {
        const country = countries[of]!;
        if (lastCountry[country] === stamp) continue;
        lastCountry[country] = stamp;
        const base = places.countries + country * STRIDE;
        addTo(into, base, sign, low[slot]!, best[slot]!, high[slot]!);
      }
      for (let of = 0; of < localities.length; of++) {
        const locality = localities[of]!;
        if (lastLocality[locality] === stamp) continue;
        lastLocality[locality] = stamp;
        into[places.localities + locality]! += sign;
      }
    }
    const past = sharesFrom[slot]! + shareCount[slot]!;
    for (let at = sharesFrom[slot]!; at < past; at++) {
      const area = shares.area[at]!;
      if (lastArea[area] !== stamp) continue;
      const base = places.areas + area * STRIDE;
      addTo(into, base, sign, shares.low[at]!, shares.best[at]!, shares.high[at]!);
    }
  }
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
  const flows = Array.from(countPerValue(move, hits), (incidents, value): Flow => {
    const [from, to, modality] = move.codes[value]!.split(WAY_MARK);
    return { from: from!, to: to!, modality: modality as Flow["modality"], incidents };
  });
  const rank = (modality: Modality) => MODALITIES.indexOf(modality);
  const way = ({ from, to, modality }: Flow) => `${from} ${to} ${modality}`;
  return flows
    .filter(({ incidents }) => incidents > 0)
    .sort(
      (a, b) =>
        b.incidents - a.incidents ||
        rank(a.modality) - rank(b.modality) ||
        compareText(way(a), way(b)),
    );
}
