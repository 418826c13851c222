import { compareText } from "../compare-text";
import { type Flow, type MapFigures, noFigures, type ProvinceMap } from "../province-map";
import { MODALITIES, type Modality } from "../vocabulary";
import { NONE } from "./columns";
import { WAY_MARK } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { dateBits, MATCHES, type Matching, PROVINCE, WHOLE_KIND } from "./match-filter";
import { countPerValue } from "./set-column";

/**
 * The map of what a filter finds. `asked`: the filter without its provinces, since a map leaves out its own selection
 * as a facet does; `whole`: with them, for the ways. An area, country or town counts where an event is there that has
 * all that is asked of an event beside the province.
 */
export function mapMatching(index: IncidentIndex, asked: Matching, whole: Matching): ProvinceMap {
  const { numbers, sets, kinds, events, eventsFrom, eventCount } = index;
  const { shares, sharesFrom, shareCount } = index;
  const total = sumsOf(1);
  const areas = sumsOf(index.areas.codes.length);
  const countries = sumsOf(sets.country.codes.length);
  const localities = new Uint32Array(index.localities.codes.length);
  // The slot, plus one, that was seen last at each of them: an incident counts once.
  const [lastArea, lastCountry] = [
    new Uint32Array(areas.length),
    new Uint32Array(countries.length),
  ];
  const lastLocality = new Uint32Array(localities.length);
  const others = WHOLE_KIND & ~PROVINCE;
  const { low, best, high } = numbers;
  for (const slot of asked.hits) {
    const stamp = slot + 1;
    addTo(total, 0, low[slot]!, best[slot]!, high[slot]!);
    const end = eventsFrom[slot]! + eventCount[slot]!;
    for (let at = eventsFrom[slot]!; at < end; at++) {
      const kind = events.kind[at]!;
      if ((asked.kindBits[kind]! & others) !== others) continue;
      if (
        asked.isOfEvent &&
        !(dateBits(asked.range, events.earliest[at]!, events.latest[at]!) & MATCHES)
      )
        continue;
      for (const area of kinds[kind]!.areas) lastArea[area] = stamp;
      for (const country of kinds[kind]!.countries)
        if (lastCountry[country] !== stamp) {
          lastCountry[country] = stamp;
          addTo(countries, country, low[slot]!, best[slot]!, high[slot]!);
        }
      for (const locality of kinds[kind]!.localities)
        if (lastLocality[locality] !== stamp) {
          lastLocality[locality] = stamp;
          localities[locality]!++;
        }
    }
    const past = sharesFrom[slot]! + shareCount[slot]!;
    for (let at = sharesFrom[slot]!; at < past; at++)
      if (lastArea[shares.area[at]!] === stamp)
        addTo(areas, shares.area[at]!, shares.low[at]!, shares.best[at]!, shares.high[at]!);
  }
  return {
    provinces: figuresBy(index.areas.codes, areas),
    countries: figuresBy(sets.country.codes, countries),
    localities: new Map(
      index.localities.codes
        .map((code, value): [string, number] => [code, localities[value]!])
        .filter(([, incidents]) => incidents > 0)
        .sort(byCode),
    ),
    flows: flowsOf(index, whole),
    total: figuresAt(total, 0),
  };
}

/** By value; see `PersonSums`. */
type Sums = {
  length: number;
  incidents: Uint32Array;
  low: Float64Array;
  best: Float64Array;
  high: Float64Array;
  noLow: Uint32Array;
  noBest: Uint32Array;
  noHigh: Uint32Array;
};

function sumsOf(length: number): Sums {
  const whole = () => new Uint32Array(length);
  const sum = () => new Float64Array(length);
  return {
    length,
    incidents: whole(),
    low: sum(),
    best: sum(),
    high: sum(),
    noLow: whole(),
    noBest: whole(),
    noHigh: whole(),
  };
}

/** An incident without a bound enters with the next lower one it has. */
function addTo(sums: Sums, at: number, low: number, best: number, high: number): void {
  sums.incidents[at]!++;
  let atLeast = 0;
  if (low === NONE) sums.noLow[at]!++;
  else atLeast = low;
  sums.low[at]! += atLeast;
  if (best === NONE) sums.noBest[at]!++;
  else atLeast = best;
  sums.best[at]! += atLeast;
  if (high === NONE) sums.noHigh[at]!++;
  else atLeast = high;
  sums.high[at]! += atLeast;
}

function figuresAt(sums: Sums, at: number): MapFigures {
  const figures = noFigures();
  figures.incidents = sums.incidents[at]!;
  figures.persons = {
    low: sums.low[at]!,
    best: sums.best[at]!,
    high: sums.high[at]!,
    unknown: { low: sums.noLow[at]!, best: sums.noBest[at]!, high: sums.noHigh[at]! },
  };
  return figures;
}

function figuresBy(codes: readonly string[], sums: Sums): Map<string, MapFigures> {
  const figures = codes.map((code, at): [string, MapFigures] => [code, figuresAt(sums, at)]);
  return new Map(figures.filter(([, { incidents }]) => incidents > 0).sort(byCode));
}

function byCode([a]: [string, unknown], [b]: [string, unknown]): number {
  return compareText(a, b);
}

function flowsOf({ sets: { move } }: IncidentIndex, { hits }: Matching): Flow[] {
  const perSet = new Uint32Array(move.count);
  for (const slot of hits) perSet[move.of[slot]!]!++;
  const flows = Array.from(countPerValue(move, perSet), (incidents, value): Flow => {
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
