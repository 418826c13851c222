import { compareText } from "../compare-text";
import { isAsked } from "../incident-filter";
import { readMoveCode } from "../map-move";
import { type Flow, type MapFigures, noFigures, type ProvinceMap } from "../province-map";
import { MODALITIES } from "../vocabulary";
import { countPerValue } from "./count-per-value";
import type { IncidentIndex } from "./incident-index";
import { addEverywhere, addWhereRight, type MapPlaces, mapPlaces, STRIDE } from "./map-sums";
import { slotsWithin } from "./match-dates";
import type { Matching } from "./match-filter";
import { PROVINCE, type RightKinds, rightKinds, WHOLE_KIND } from "./match-kinds";
import type { SetColumn } from "./set-column";
import { allWords, type SlotBits } from "./slot-bits";
import { sumOver } from "./sum-over";

/**
 * The map of what a filter finds but for its ways. `asked`: the filter without its provinces, since a map leaves out its
 * own selection as a facet does. An area, country or town counts where an event is there that has
 * all that is asked of an event beside the province.
 */
export function mapMatching(index: IncidentIndex, asked: Matching): Omit<ProvinceMap, "flows"> {
  const places = mapPlaces(index);
  const sums = sumsOf(index, places, asked);
  return {
    provinces: figuresBy(index.areas.codes, sums, places.areas),
    countries: figuresBy(index.sets.country.codes, sums, places.countries),
    localities: new Map(
      index.localities.codes
        .map((code, value): [string, number] => [code, sums[places.localities + value]!])
        .filter(([, incidents]) => incidents > 0)
        .sort(byCode),
    ),
    total: figuresAt(sums, 0),
  };
}

function sumsOf(index: IncidentIndex, places: MapPlaces, asked: Matching): Float64Array {
  const { hits, ranges, isOfEvent, within } = asked;
  const mask = WHOLE_KIND & ~PROVINCE;
  const { past: length } = places;
  // The slots were held against the province too.
  const isNarrow = isAsked(asked.filter, "province");
  if (!isOfEvent || ranges === null) {
    const right = rightKinds(index, asked, { mask });
    if (!right.isAll) {
      const base = isNarrow ? index.taken : asked.places;
      return sumsOfRight(index, places, { right, slots: hits, base });
    }
    return sumOver(index, hits, {
      name: "map",
      length,
      add: (into, slots, sign, words) => addEverywhere(index, places, { into, slots, sign, words }),
    });
  }
  const { inside, across } = within && !isNarrow ? within : slotsWithin(index, ranges, hits);
  const right = rightKinds(index, asked, { mask, isDated: true });
  const sums = sumsOfRight(index, places, {
    right,
    slots: inside,
    base: isNarrow ? index.taken : asked.dated,
  });
  const some = { slots: across, words: allWords(across), isRight: right.now(), ranges };
  addWhereRight(index, places, { into: sums, sign: 1, ...some });
  return sums;
}

/** Over incidents of which each has a right event, and every such event counts. `base`: all that have one. */
function sumsOfRight(
  index: IncidentIndex,
  places: MapPlaces,
  { right, slots: some, base }: { right: RightKinds; slots: SlotBits; base: SlotBits },
): Float64Array {
  return sumOver(index, some, {
    name: `map of ${right.name}`,
    length: places.past,
    base,
    add(into, slots, sign, words) {
      const isRight = right.now();
      addWhereRight(index, places, { into, slots, words, sign, isRight, ranges: null });
    },
  });
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

/** The ways of what a filter finds. */
export function flowsOf(index: IncidentIndex, { hits }: Matching): Flow[] {
  const { move } = index.sets;
  const counts = countPerValue(index, "move", hits);
  const found: { way: Way; incidents: number }[] = [];
  for (const way of waysInOrder(move)) {
    const incidents = counts[way.value]!;
    if (incidents > 0) found.push({ way, incidents });
  }
  // Those with as many stay in their order.
  found.sort((a, b) => b.incidents - a.incidents);
  return found.map(({ way: { from, to, modality }, incidents }) => ({
    from,
    to,
    modality,
    incidents,
  }));
}

type Way = Omit<Flow, "incidents"> & { value: number };

const WAYS = new WeakMap<readonly string[], Way[]>();

/** All ways by modality, from and to; codes are never changed, only added. */
function waysInOrder({ codes }: SetColumn): Way[] {
  const known = WAYS.get(codes);
  if (known?.length === codes.length) return known;
  const ways = codes.map((code, value) => {
    const { from, to, modality } = readMoveCode(code)!;
    return {
      way: { value, from, to, modality },
      text: `${from} ${to} ${modality}`,
      rank: MODALITIES.indexOf(modality),
    };
  });
  ways.sort((a, b) => a.rank - b.rank || compareText(a.text, b.text));
  const inOrder = ways.map(({ way }) => way);
  WAYS.set(codes, inOrder);
  return inOrder;
}
