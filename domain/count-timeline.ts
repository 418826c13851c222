import type { CountRange } from "./count-range";
import { isKnown, NONE, orZero } from "./incident-index/columns";

/**
 * Dates of incidents, in columns: so many facts, each one date of one incident; all facts of an incident follow one
 * another. By fact, `incident`: a number of its own; `date`: where its days stand in `earliest` and `latest`, whole days
 * since 1970-01-01, inclusive, `NONE` = open, both = unknown; `laneSet`: where its lanes stand in `laneSets`, none
 * where the value of the lane is not known. By incident, `low`, `best` and `high` of its people, `NONE` = unknown.
 */
export type TimelineFacts = {
  count: number;
  incident: Uint32Array;
  date: Uint32Array;
  earliest: Int32Array;
  latest: Int32Array;
  laneSet: Uint32Array;
  laneSets: readonly (readonly number[])[];
  low: Int32Array;
  best: Int32Array;
  high: Int32Array;
};

/**
 * What there is to draw at all. `perLane`: incidents by lane, last those whose lane is not known; one in two lanes
 * counts in both. `undated`: incidents of which no fact has a date. `first`, `last`: the outermost known days.
 */
export type TimelineSurvey = {
  incidents: number;
  undated: number;
  first: number | null;
  last: number | null;
  perLane: Uint32Array;
};

/** Days beyond every calendar; small enough to be counted with as fast as any other. */
const NEVER = 1_000_000_000;

/** Surveys all facts in one pass; `lanes`: how many lanes there are beside the one of what is not known. */
export function surveyTimeline(facts: TimelineFacts, lanes: number): TimelineSurvey {
  const { count, incident, date, earliest, latest, laneSet, laneSets } = facts;
  const perLane = new Uint32Array(lanes + 1);
  // The incident, plus one, that was counted last in a lane.
  const seen = new Uint32Array(lanes + 1);
  let [incidents, dated, first, last] = [0, 0, NEVER, -NEVER];
  let [current, lastDated] = [-1, -1];
  for (let fact = 0; fact < count; fact++) {
    const own = incident[fact]!;
    if (own !== current) incidents += 1;
    current = own;
    const [begins, ends] = [earliest[date[fact]!]!, latest[date[fact]!]!];
    if (begins !== NONE || ends !== NONE) {
      if (lastDated !== own) dated += 1;
      lastDated = own;
      first = Math.min(first, begins === NONE ? ends : begins);
      last = Math.max(last, ends === NONE ? begins : ends);
    }
    const among = laneSets[laneSet[fact]!]!;
    for (let at = 0; at < (among.length || 1); at++) {
      const lane = among.length === 0 ? lanes : among[at]!;
      if (seen[lane] === own + 1) continue;
      seen[lane] = own + 1;
      perLane[lane]! += 1;
    }
  }
  const known = first <= last;
  return {
    incidents,
    undated: incidents - dated,
    first: known ? first : null,
    last: known ? last : null,
    perLane,
  };
}

/** For each lane, and last for what is not known, 1 where any fact may lie in the window, first and last day inclusive. */
export function lanesInWindow(
  { count, date, earliest, latest, laneSet, laneSets }: TimelineFacts,
  lanes: number,
  window: { first: number; last: number },
): Uint8Array {
  const isThere = new Uint8Array(laneSets.length);
  let missing = laneSets.length;
  for (let fact = 0; fact < count && missing > 0; fact++) {
    if (isThere[laneSet[fact]!]) continue;
    const [begins, ends] = [earliest[date[fact]!]!, latest[date[fact]!]!];
    if (begins === NONE && ends === NONE) continue;
    // What is open at its beginning is before every day.
    if (begins > window.last || (ends !== NONE && ends < window.first)) continue;
    isThere[laneSet[fact]!] = 1;
    missing -= 1;
  }
  const found = new Uint8Array(lanes + 1);
  for (const [set, among] of laneSets.entries()) {
    if (!isThere[set]) continue;
    if (among.length === 0) found[lanes] = 1;
    for (const lane of among) found[lane] = 1;
  }
  return found;
}

/** How many incidents, how many of them certainly, and how many people those are, by the rules of `sumCounts`. */
export type TimelineCount = {
  possible: number;
  certain: number;
  persons: CountRange;
  certainPersons: CountRange;
};

/** How many incidents may lie, and certainly lie, in the window; and one count a bin, in their order. */
export type TimelineLaneCount = { possible: number; certain: number; bins: TimelineCount[] };

/**
 * `lanes`: one a row. `possible`, `certain`: in the window over all rows, each incident once. `marks`: how many single
 * bars the window would need. `kept`: those bars, `fact` being the place of the fact among all; cut one above
 * `keepAtMost`.
 */
export type TimelineCounts = {
  lanes: TimelineLaneCount[];
  possible: number;
  certain: number;
  marks: number;
  kept: { fact: number; row: number }[];
};

type Wanted = {
  /** First and last day of the window. */
  window: { first: number; last: number };
  /** First days of the bins, ascending, and as the last the day after them. They cover the window. */
  edges: readonly number[];
  /** For each lane, and last for what is not known, its row; -1 = not drawn. Several lanes may share a row. */
  rowOf: readonly number[];
  rows: number;
  keepAtMost: number;
};

/**
 * Counts the incidents that may lie, and those that certainly lie, in each bin and in the window, by the rule of the
 * filter's own dates: certain = the whole interval inside, possible = it overlaps, an open side reaches without end,
 * an unknown date matches nothing. An incident with several facts in a bin counts once there. One pass; what stands in
 * two rows counts in both.
 */
export function countTimeline(
  facts: TimelineFacts,
  { window, edges: days, rowOf, rows, keepAtMost }: Wanted,
): TimelineCounts {
  const edges = Int32Array.from(days);
  const { incident: incidents, date, earliest, latest, laneSet, laneSets } = facts;
  const bins = edges.length - 1;
  const inBins = { only: tally(rows * bins, facts), certain: tally(rows * bins, facts) };
  // How much more there is from each bin on than before it; one place more a row, where what reaches its end is taken off.
  const steps = new Float64Array(rows * (bins + 1) * STRIDE);
  // One row more, for all of them together.
  const inWindow = { possible: incidentCounter(rows + 1), certain: incidentCounter(rows + 1) };
  const kept: TimelineCounts["kept"] = [];
  const unknown = rowOf.length - 1;
  const [begin, end] = [edges[0]!, edges[bins]!];
  const binOf = binsOfDays(edges);
  let marks = 0;

  for (let fact = 0; fact < facts.count; fact++) {
    const incident = incidents[fact]!;
    const [begins, ends] = [earliest[date[fact]!]!, latest[date[fact]!]!];
    if (begins === NONE && ends === NONE) continue;
    const first = begins === NONE ? -NEVER : begins;
    const last = ends === NONE ? NEVER : ends;
    if (last < begin || first >= end) continue;
    const from = first <= begin ? 0 : binOf[first - begin]!;
    const to = last < edges[from + 1]! ? from : last >= end ? bins - 1 : binOf[last - begin]!;
    const isCertain = from === to && first >= edges[from]! && last < edges[to + 1]!;
    const shows = first <= window.last && last >= window.first;
    const isWithin = first >= window.first && last <= window.last;
    const lanes = laneSets[laneSet[fact]!]!;
    const own = lanes.length || 1;
    const isAlone = incidents[fact - 1] !== incident && incidents[fact + 1] !== incident;
    let isDrawn = false;
    for (let at = 0; at < own; at++) {
      const row = rowOf[lanes[at] ?? unknown]!;
      if (row < 0) continue;
      isDrawn = true;
      const isAgain = own > 1 && hasRowBefore(rowOf, lanes, at, row);
      if (isAlone) {
        if (isAgain) continue;
        if (isCertain) inBins.certain.put(row * bins + from, incident);
        else {
          const start = row * (bins + 1);
          addPeople(facts, incident, { into: steps, base: (start + from) * STRIDE, by: 1 });
          addPeople(facts, incident, { into: steps, base: (start + to + 1) * STRIDE, by: -1 });
        }
      } else if (isCertain) {
        const place = row * bins + from;
        // Counted already for another of its events, which is only possibly there.
        if (inBins.certain.add(place, incident)) inBins.only.takeBack(place, incident);
      } else
        for (let place = row * bins + from; place <= row * bins + to; place++)
          if (!inBins.certain.has(place, incident)) inBins.only.add(place, incident);
      if (!shows) continue;
      inWindow.possible.add(row, incident, isAlone);
      if (isWithin) inWindow.certain.add(row, incident, isAlone);
      if (isAgain) continue;
      marks += 1;
      if (kept.length <= keepAtMost) kept.push({ fact, row });
    }
    if (!isDrawn || !shows) continue;
    inWindow.possible.add(rows, incident, isAlone);
    if (isWithin) inWindow.certain.add(rows, incident, isAlone);
  }
  for (let row = 0; row < rows; row++) inBins.only.addSteps(steps, row, bins);

  const binAtPlace = (place: number): TimelineCount => ({
    possible: inBins.certain.incidents(place) + inBins.only.incidents(place),
    certain: inBins.certain.incidents(place),
    persons: persons(inBins.certain, inBins.only, place),
    certainPersons: persons(inBins.certain, null, place),
  });
  const counted = (row: number) => ({
    possible: inWindow.possible.counts[row]!,
    certain: inWindow.certain.counts[row]!,
  });
  const lanes = Array.from({ length: rows }, (_, row) => ({
    ...counted(row),
    bins: Array.from({ length: bins }, (_, bin) => binAtPlace(row * bins + bin)),
  }));
  return { lanes, ...counted(rows), marks, kept };
}

/** Counts an incident once at each place, however often it comes there; `isAlone`: it comes there but once. */
function incidentCounter(places: number) {
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
const STRIDE = 8;
const [SEEN, INCIDENTS, LOW, BEST, HIGH, LOWS, BESTS, HIGHS] = [0, 1, 2, 3, 4, 5, 6, 7];

type Tally = ReturnType<typeof tally>;

/** Incidents and their people at each place, an incident once. In one array: a pass goes through it at random. */
function tally(places: number, facts: TimelineFacts) {
  const table = new Float64Array(places * STRIDE);
  for (let place = 0; place < places; place++) table[place * STRIDE + SEEN] = -1;
  const has = (place: number, incident: number) => table[place * STRIDE + SEEN] === incident;
  return {
    has,
    /** For one that comes to a place but once. */
    put(place: number, incident: number): void {
      addPeople(facts, incident, { into: table, base: place * STRIDE, by: 1 });
    },
    /** True where it was not there yet. */
    add(place: number, incident: number): boolean {
      if (has(place, incident)) return false;
      table[place * STRIDE + SEEN] = incident;
      addPeople(facts, incident, { into: table, base: place * STRIDE, by: 1 });
      return true;
    },
    /** Undoes the last `add` of a place, if it was this incident's. */
    takeBack(place: number, incident: number): void {
      if (!has(place, incident)) return;
      table[place * STRIDE + SEEN] = -1;
      addPeople(facts, incident, { into: table, base: place * STRIDE, by: -1 });
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
function addPeople(
  { low, best, high }: TimelineFacts,
  incident: number,
  { into, base, by }: { into: Float64Array; base: number; by: 1 | -1 },
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
function persons(a: Tally, b: Tally | null, place: number): CountRange {
  const of = (column: number) => a.at(place, column) + (b?.at(place, column) ?? 0);
  const all = of(INCIDENTS);
  return {
    low: of(LOWS) > 0 ? of(LOW) : null,
    best: all > 0 && of(BESTS) === all ? of(BEST) : null,
    high: all > 0 && of(HIGHS) === all ? of(HIGH) : null,
  };
}

/** For each day from the first edge on, its bin. */
function binsOfDays(edges: Int32Array): Uint16Array {
  const bins = new Uint16Array(edges.at(-1)! - edges[0]!);
  for (let bin = 0; bin < edges.length - 1; bin++)
    bins.fill(bin, edges[bin]! - edges[0]!, edges[bin + 1]! - edges[0]!);
  return bins;
}

/** Lanes that share a row are one bar there. */
function hasRowBefore(
  rowOf: readonly number[],
  lanes: readonly number[],
  before: number,
  row: number,
): boolean {
  for (let at = 0; at < before; at++) if (rowOf[lanes[at]!] === row) return true;
  return false;
}
