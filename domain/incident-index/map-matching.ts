import { compareText } from "../compare-text";
import { type Flow, type MapFigures, noFigures, type ProvinceMap } from "../province-map";
import { MODALITIES } from "../vocabulary";
import { WAY_MARK } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { addEverywhere, addWhereRight, mapPlaces, STRIDE } from "./map-sums";
import type { Matching } from "./match-filter";
import { PROVINCE, WHOLE_KIND } from "./match-kinds";
import { countPerValue, type SetColumn } from "./set-column";
import { type Adding, sumOver } from "./sum-over";

/**
 * The map of what a filter finds. `asked`: the filter without its provinces, since a map leaves out its own selection
 * as a facet does; `whole`: with them, for the ways. An area, country or town counts where an event is there that has
 * all that is asked of an event beside the province.
 */
export function mapMatching(index: IncidentIndex, asked: Matching, whole: Matching): ProvinceMap {
  const others = WHOLE_KIND & ~PROVINCE;
  const isRight = asked.kindBits.map((bits) => ((bits & others) === others ? 1 : 0));
  const ranges = asked.isOfEvent ? asked.ranges : null;
  const places = mapPlaces(index);
  const { past: length } = places;
  let sums: Float64Array;
  if (ranges === null && isRight.every((right) => right === 1)) {
    const add: Adding = (into, slots, sign) => addEverywhere(index, places, { into, slots, sign });
    sums = sumOver(index, asked.hits, { name: "map", length, add });
  } else {
    sums = new Float64Array(length);
    addWhereRight(index, places, { into: sums, slots: asked.hits, isRight, ranges });
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

function flowsOf({ taken, sets: { move } }: IncidentIndex, { hits }: Matching): Flow[] {
  const counts = countPerValue(move, hits, taken);
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
    const [from, to, modality] = code.split(WAY_MARK) as [string, string, Way["modality"]];
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
