import type { CountRange } from "./count-range";

/**
 * One date of one incident, as a timeline counts it. `incident`: a number of its own, 0 or more; all facts of an
 * incident follow one another. `earliest`, `latest`: whole days since 1970-01-01, inclusive, null = open, both null =
 * unknown. `lanes`: by number, none where the value of the lane is not known. May be one object that is filled anew.
 */
export type TimelineFact = {
  incident: number;
  earliest: number | null;
  latest: number | null;
  lanes: readonly number[];
  persons: CountRange;
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
export function surveyTimeline(facts: Iterable<TimelineFact>, lanes: number): TimelineSurvey {
  const perLane = new Uint32Array(lanes + 1);
  const seen = new Float64Array(lanes + 1).fill(-1);
  let [incidents, dated, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [current, lastDated] = [-1, -1];
  for (const { incident, earliest, latest, lanes: own } of facts) {
    if (incident !== current) incidents += 1;
    current = incident;
    if ((earliest !== null || latest !== null) && lastDated !== incident) {
      dated += 1;
      lastDated = incident;
    }
    first = Math.min(first, earliest ?? latest ?? first);
    last = Math.max(last, latest ?? earliest ?? last);
    for (let at = 0; at < Math.max(1, own.length); at++) {
      const lane = own.length === 0 ? lanes : own[at]!;
      if (seen[lane] === incident) continue;
      seen[lane] = incident;
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
  facts: Iterable<TimelineFact>,
  lanes: number,
  window: { first: number; last: number },
): Uint8Array {
  const found = new Uint8Array(lanes + 1);
  for (const { earliest, latest, lanes: own } of facts) {
    if (earliest === null && latest === null) continue;
    if ((earliest ?? -NEVER) > window.last || (latest ?? NEVER) < window.first) continue;
    if (own.length === 0) found[lanes] = 1;
    for (let at = 0; at < own.length; at++) found[own[at]!] = 1;
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
 * an unknown date matches nothing. An incident with several facts in a bin counts once there. One pass, over typed
 * arrays; what stands in two rows counts in both.
 */
export function countTimeline(
  facts: Iterable<TimelineFact>,
  { window, edges, rowOf, rows, keepAtMost }: Wanted,
): TimelineCounts {
  const bins = edges.length - 1;
  const inBins = { only: tally(rows * bins), certain: tally(rows * bins) };
  // One row more, for all of them together.
  const inWindow = { possible: incidentCounter(rows + 1), certain: incidentCounter(rows + 1) };
  const kept: TimelineCounts["kept"] = [];
  const unknown = rowOf.length - 1;
  const [begin, end] = [edges[0]!, edges[bins]!];
  let [fact, marks] = [-1, 0];

  for (const { incident, earliest, latest, lanes, persons } of facts) {
    fact += 1;
    if (earliest === null && latest === null) continue;
    const first = earliest ?? -NEVER;
    const last = latest ?? NEVER;
    if (last < begin || first >= end) continue;
    const from = first <= begin ? 0 : binAt(edges, first);
    const to = last < edges[from + 1]! ? from : last >= end ? bins - 1 : binAt(edges, last);
    const isCertain = from === to && first >= edges[from]! && last < edges[to + 1]!;
    const shows = first <= window.last && last >= window.first;
    const isWithin = first >= window.first && last <= window.last;
    const own = lanes.length || 1;
    let isDrawn = false;
    for (let at = 0; at < own; at++) {
      const row = rowOf[lanes[at] ?? unknown]!;
      if (row < 0) continue;
      isDrawn = true;
      if (isCertain) {
        const place = row * bins + from;
        // Counted already for another of its events, which is only possibly there.
        if (inBins.certain.add(place, incident, persons))
          inBins.only.takeBack(place, incident, persons);
      } else
        for (let place = row * bins + from; place <= row * bins + to; place++)
          if (!inBins.certain.has(place, incident)) inBins.only.add(place, incident, persons);
      if (!shows) continue;
      inWindow.possible.add(row, incident);
      if (isWithin) inWindow.certain.add(row, incident);
      if (own > 1 && hasRowBefore(rowOf, lanes, at, row)) continue;
      marks += 1;
      if (kept.length <= keepAtMost) kept.push({ fact, row });
    }
    if (!isDrawn || !shows) continue;
    inWindow.possible.add(rows, incident);
    if (isWithin) inWindow.certain.add(rows, incident);
  }

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

/** Counts an incident once at each place, however often it comes there. */
function incidentCounter(places: number) {
  const seen = new Float64Array(places).fill(-1);
  const counts = new Uint32Array(places);
  const add = (place: number, incident: number) => {
    if (seen[place] === incident) return;
    seen[place] = incident;
    counts[place]! += 1;
  };
  return { add, counts };
}

/** At each place: who came last, how many incidents, then sum and how many are known of low, best and high. */
const STRIDE = 8;
const [SEEN, INCIDENTS, LOW, BEST, HIGH, LOWS, BESTS, HIGHS] = [0, 1, 2, 3, 4, 5, 6, 7];

type Tally = ReturnType<typeof tally>;

/** Incidents and their people at each place, an incident once. In one array: a pass goes through it at random. */
function tally(places: number) {
  const table = new Float64Array(places * STRIDE);
  for (let place = 0; place < places; place++) table[place * STRIDE + SEEN] = -1;
  const change = (base: number, by: 1 | -1, { low, best, high }: CountRange) => {
    table[base + INCIDENTS]! += by;
    if (low !== null) {
      table[base + LOW]! += by * low;
      table[base + LOWS]! += by;
    }
    if (best !== null) {
      table[base + BEST]! += by * best;
      table[base + BESTS]! += by;
    }
    if (high !== null) {
      table[base + HIGH]! += by * high;
      table[base + HIGHS]! += by;
    }
  };
  const has = (place: number, incident: number) => table[place * STRIDE + SEEN] === incident;
  return {
    has,
    /** True where it was not there yet. */
    add(place: number, incident: number, of: CountRange): boolean {
      if (has(place, incident)) return false;
      table[place * STRIDE + SEEN] = incident;
      change(place * STRIDE, 1, of);
      return true;
    },
    /** Undoes the last `add` of a place, if it was this incident's. */
    takeBack(place: number, incident: number, of: CountRange): void {
      if (!has(place, incident)) return;
      table[place * STRIDE + SEEN] = -1;
      change(place * STRIDE, -1, of);
    },
    incidents: (place: number) => table[place * STRIDE + INCIDENTS]!,
    at: (place: number, column: number) => table[place * STRIDE + column]!,
  };
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

/** The bin a day lies in, which is within the edges. Bins are nearly of one width, so that a guess is nearly right. */
function binAt(edges: readonly number[], day: number): number {
  const bins = edges.length - 1;
  const begin = edges[0]!;
  let bin = Math.floor(((day - begin) * bins) / (edges[bins]! - begin));
  while (edges[bin]! > day) bin -= 1;
  while (edges[bin + 1]! <= day) bin += 1;
  return bin;
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
