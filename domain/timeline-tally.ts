import type { CountRange } from "./count-range";
import { isKnown, orZero } from "./incident-index/columns";
import type { TimelineFacts } from "./timeline-facts";

/** Counts an incident once at each place, however often it comes there; `isAlone`: it comes there but once. */
export function incidentCounter(places: number) {
  const seen = new Float64Array(places).fill(-1);
  const counts = new Uint32Array(places);
  const add = (place: number, incident: number, isAlone: boolean) => {
    if (!isAlone) {
      if (seen[place] === incident) return;
      seen[place] = incident;
    }
    counts[place]! += 1;
  };
  return { add, counts };
}

/** At each place: who came last, how many incidents, then sum and how many are known of low, best and high. */
export const STRIDE = 8;
const [SEEN, INCIDENTS, LOW, BEST, HIGH, LOWS, BESTS, HIGHS] = [0, 1, 2, 3, 4, 5, 6, 7];

type Tally = ReturnType<typeof tally>;

/** Incidents and their people at each place, an incident once. In one array: a pass goes through it at random. */
export function tally(places: number, facts: TimelineFacts) {
  const table = new Float64Array(places * STRIDE);
  for (let place = 0; place < places; place++) table[place * STRIDE + SEEN] = -1;
  const has = (place: number, incident: number) => table[place * STRIDE + SEEN] === incident;
  return {
    has,
    /** For one that comes to a place but once. */
    put(place: number, incident: number): void {
      addPeople(facts, incident, table, place * STRIDE, 1);
    },
    /** True where it was not there yet. */
    add(place: number, incident: number): boolean {
      if (has(place, incident)) return false;
      table[place * STRIDE + SEEN] = incident;
      addPeople(facts, incident, table, place * STRIDE, 1);
      return true;
    },
    /** Undoes the last `add` of a place, if it was this incident's. */
    takeBack(place: number, incident: number): void {
      if (!has(place, incident)) return;
      table[place * STRIDE + SEEN] = -1;
      addPeople(facts, incident, table, place * STRIDE, -1);
    },
    addSteps(steps: Float64Array, row: number, bins: number): void {
      for (let column = INCIDENTS; column < STRIDE; column++) {
        let sum = 0;
        for (let bin = 0; bin < bins; bin++) {
          sum += steps[(row * (bins + 1) + bin) * STRIDE + column]!;
          table[(row * bins + bin) * STRIDE + column]! += sum;
        }
      }
    },
    incidents: (place: number) => table[place * STRIDE + INCIDENTS]!,
    at: (place: number, column: number) => table[place * STRIDE + column]!,
  };
}

/** Adds an incident and its people to a table, or takes them off. */
export function addPeople(
  { low, best, high }: Pick<TimelineFacts, "low" | "best" | "high">,
  incident: number,
  into: Float64Array,
  base: number,
  by: 1 | -1,
): void {
  into[base + INCIDENTS]! += by;
  into[base + LOW]! += by * orZero(low[incident]!);
  into[base + LOWS]! += by * isKnown(low[incident]!);
  into[base + BEST]! += by * orZero(best[incident]!);
  into[base + BESTS]! += by * isKnown(best[incident]!);
  into[base + HIGH]! += by * orZero(high[incident]!);
  into[base + HIGHS]! += by * isKnown(high[incident]!);
}

/** The people of one or two tallies at a place. */
export function persons(a: Tally, b: Tally | null, place: number): CountRange {
  return rangeOf((column) => a.at(place, column) + (b?.at(place, column) ?? 0)).people;
}

/** How many incidents, and how many people these are, by the columns of a place. */
export function rangeOf(of: (column: number) => number): {
  incidents: number;
  people: CountRange;
} {
  const incidents = of(INCIDENTS);
  return {
    incidents,
    people: {
      low: of(LOWS) > 0 ? of(LOW) : null,
      best: incidents > 0 && of(BESTS) === incidents ? of(BEST) : null,
      high: incidents > 0 && of(HIGHS) === incidents ? of(HIGH) : null,
    },
  };
}
