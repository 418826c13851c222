import { compareText } from "../compare-text";
import { type Flow, type MapFigures, noFigures, type ProvinceMap } from "../province-map";
import { MODALITIES, type Modality } from "../vocabulary";
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
