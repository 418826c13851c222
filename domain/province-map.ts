import { compareText } from "./compare-text";
import type { CountRange } from "./count-range";
import type { MapFacts } from "./map-facts";
import type { MapMove } from "./map-move";
import { MODALITIES } from "./vocabulary";

/**
 * Sums over incidents, bound by bound. An incident that does not give a bound enters with the next lower one it gives,
 * and is counted in `unknown`: the sum is then "at least". So low <= best <= high.
 */
export type PersonSums = Record<keyof CountRange, number> & {
  unknown: Record<keyof CountRange, number>;
};

export type MapFigures = { incidents: number; persons: PersonSums };

/** How many incidents have a way from one place to another. */
export type Flow = MapMove & { incidents: number };

/**
 * What a map shows of many incidents; by id, flows with the most incidents first, reported ones before others. `provinces`: those, and the countries
 * of places of which no province is known. `countries`: every country, its provinces included; the sum of the provinces
 * is not the country's number, since an incident may touch several. `total`: all incidents, whether or not they have a
 * place.
 */
export type ProvinceMap = {
  provinces: Map<string, MapFigures>;
  countries: Map<string, MapFigures>;
  localities: Map<string, number>;
  flows: Flow[];
  total: MapFigures;
};

/** One incident as it enters a map: what does not count for what is asked is left out. `persons`: of the whole. */
export type MapIncident = MapFacts & { countries: string[]; persons: CountRange };

/** A map of all these incidents. */
export function provinceMap(incidents: Iterable<MapIncident>): ProvinceMap {
  const map: ProvinceMap = {
    provinces: new Map(),
    countries: new Map(),
    localities: new Map(),
    flows: [],
    total: noFigures(),
  };
  const flows = new Map<string, Flow>();
  for (const { provinces, countries, places, moves, persons } of incidents) {
    add(map.total, persons);
    for (const { id, ...ofArea } of provinces) add(figuresOf(map.provinces, id), ofArea);
    for (const id of countries) add(figuresOf(map.countries, id), persons);
    for (const id of places) map.localities.set(id, (map.localities.get(id) ?? 0) + 1);
    for (const { from, to, modality } of moves) {
      const key = `${from} ${to} ${modality}`;
      const flow = flows.get(key) ?? { from, to, modality, incidents: 0 };
      flow.incidents += 1;
      flows.set(key, flow);
    }
  }
  return {
    ...map,
    provinces: sorted(map.provinces),
    countries: sorted(map.countries),
    localities: sorted(map.localities),
    flows: [...flows]
      .sort(
        ([a, x], [b, y]) =>
          y.incidents - x.incidents ||
          MODALITIES.indexOf(x.modality) - MODALITIES.indexOf(y.modality) ||
          compareText(a, b),
      )
      .map(([, flow]) => flow),
  };
}

/** Sums as a count: as `sumCounts` has it, so that a bound that one incident lacks is not known of all. */
export function countOfSums({ incidents, persons }: MapFigures): CountRange {
  const { low, best, high, unknown } = persons;
  return {
    low: unknown.low < incidents ? low : null,
    best: unknown.best === 0 ? best : null,
    high: unknown.high === 0 ? high : null,
  };
}

/** One bound alone, and how many incidents do not give it. Null where none does and nothing lower says any number. */
export function boundOfSums(
  { incidents, persons }: MapFigures,
  bound: keyof CountRange,
): { sum: number; unknown: number } | null {
  const [sum, unknown] = [persons[bound], persons.unknown[bound]];
  return unknown < incidents || sum > 0 ? { sum, unknown } : null;
}

const BOUNDS = ["low", "best", "high"] as const;

export function noFigures(): MapFigures {
  return {
    incidents: 0,
    persons: { low: 0, best: 0, high: 0, unknown: { low: 0, best: 0, high: 0 } },
  };
}

function figuresOf(all: Map<string, MapFigures>, id: string): MapFigures {
  const known = all.get(id);
  if (known) return known;
  const fresh = noFigures();
  all.set(id, fresh);
  return fresh;
}

function add(figures: MapFigures, persons: CountRange): void {
  figures.incidents += 1;
  let atLeast = 0;
  for (const bound of BOUNDS) {
    const value = persons[bound];
    if (value === null) figures.persons.unknown[bound] += 1;
    else atLeast = value;
    figures.persons[bound] += atLeast;
  }
}

function sorted<V>(all: Map<string, V>): Map<string, V> {
  return new Map([...all].sort(([a], [b]) => compareText(a, b)));
}
