import type { CountRange } from "./count-range";
import { NONE } from "./incident-index/columns";
import type { TimelineFacts } from "./timeline-facts";
import { addPeople, incidentCounter, persons, STRIDE, tally } from "./timeline-tally";

/** Days beyond every calendar; small enough to be counted with as fast as any other. */
const NEVER = 1_000_000_000;
/**
 * How many incidents, how many of them certainly, of how many something is anticipated there, and how many people those
 * are, by the rules of `sumCounts`.
 */
export type TimelineCount = {
  possible: number;
  certain: number;
  anticipated: number;
  persons: CountRange;
  certainPersons: CountRange;
};

/** How many incidents may lie, and certainly lie, in the window; and one count a bin, in their order. */
export type TimelineLaneCount = { possible: number; certain: number; bins: TimelineCount[] };

/**
 * Single bars: how many there would be, and these, `fact` being the place of the fact among all; cut one above
 * `keepAtMost`. `incidents`, `perRow`: how many incidents they are of, in all, each once, and in each row.
 */
export type TimelineMarks = {
  count: number;
  kept: { fact: number; row: number }[];
  incidents: number;
  perRow: number[];
};

/**
 * `lanes`: one a row. `possible`, `certain`: in the window over all rows, each incident once. `all`: the single bars
 * of the window; `near`: those of them that do not reach over all of its days and beyond, or, where these are more
 * than are kept, perhaps all.
 */
export type TimelineCounts = {
  lanes: TimelineLaneCount[];
  possible: number;
  certain: number;
  all: TimelineMarks;
  near: TimelineMarks;
};

export type TimelineWanted = {
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
  { window, edges: days, rowOf, rows, keepAtMost }: TimelineWanted,
): TimelineCounts {
  const edges = Int32Array.from(days);
  const { incident: incidents, date, earliest, latest, laneSet, laneSets, isAnticipated } = facts;
  const bins = edges.length - 1;
  const inBins = { only: tally(rows * bins, facts), certain: tally(rows * bins, facts) };
  // How much more there is from each bin on than before it; one place more a row, where what reaches its end is taken off.
  const steps = new Float64Array(rows * (bins + 1) * STRIDE);
  // One row more, for all of them together.
  const certainly = incidentCounter(rows + 1);
  const anticipated = incidentCounter(rows * bins);
  const [all, near] = [markCounter(rows, keepAtMost), markCounter(rows, keepAtMost)];
  const drawn = drawnRows(laneSets, rowOf);
  const [begin, end] = [edges[0]!, edges[bins]!];
  const binOf = binsOfDays(edges);

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
    const isNear = isWithin || first > window.first || last < window.last;
    const past = drawn.starts[laneSet[fact]! + 1]!;
    let at = drawn.starts[laneSet[fact]!]!;
    if (at === past) continue;
    const isFirst = fact === 0 || incidents[fact - 1] !== incident;
    const isAlone = isFirst && (fact + 1 === facts.count || incidents[fact + 1] !== incident);
    for (; at < past; at++) {
      const row = drawn.rows[at]!;
      if (isAnticipated[fact] === 1)
        for (let place = row * bins + from; place <= row * bins + to; place++)
          anticipated.add(place, incident, false);
      if (isAlone) {
        if (isCertain) inBins.certain.put(row * bins + from, incident);
        else {
          const start = row * (bins + 1);
          addPeople(facts, incident, steps, (start + from) * STRIDE, 1);
          addPeople(facts, incident, steps, (start + to + 1) * STRIDE, -1);
        }
      } else if (isCertain) {
        const place = row * bins + from;
        // Counted already for another of its events, which is only possibly there.
        if (inBins.certain.add(place, incident)) inBins.only.takeBack(place, incident);
      } else
        for (let place = row * bins + from; place <= row * bins + to; place++)
          if (!inBins.certain.has(place, incident)) inBins.only.add(place, incident);
      if (!shows) continue;
      all.add(fact, row, incident, isAlone);
      if (isNear) near.add(fact, row, incident, isAlone);
      if (isWithin) certainly.add(row, incident, isAlone);
    }
    if (!shows) continue;
    all.incidents.add(rows, incident, isAlone);
    if (isNear) near.incidents.add(rows, incident, isAlone);
    if (isWithin) certainly.add(rows, incident, isAlone);
  }
  for (let row = 0; row < rows; row++) inBins.only.addSteps(steps, row, bins);

  const binAtPlace = (place: number): TimelineCount => ({
    possible: inBins.certain.incidents(place) + inBins.only.incidents(place),
    certain: inBins.certain.incidents(place),
    anticipated: anticipated.counts[place]!,
    persons: persons(inBins.certain, inBins.only, place),
    certainPersons: persons(inBins.certain, null, place),
  });
  const counted = (row: number) => ({
    possible: all.incidents.counts[row]!,
    certain: certainly.counts[row]!,
  });
  const lanes = Array.from({ length: rows }, (_, row) => ({
    ...counted(row),
    bins: Array.from({ length: bins }, (_, bin) => binAtPlace(row * bins + bin)),
  }));
  return { lanes, ...counted(rows), all: all.marks(), near: near.marks() };
}

/** Single bars in rows; in `incidents` there is one place more, for all rows together. */
function markCounter(rows: number, keepAtMost: number) {
  const incidents = incidentCounter(rows + 1);
  const kept: TimelineMarks["kept"] = [];
  let count = 0;
  return {
    incidents,
    add(fact: number, row: number, incident: number, isAlone: boolean): void {
      incidents.add(row, incident, isAlone);
      count += 1;
      if (kept.length <= keepAtMost) kept.push({ fact, row });
    },
    marks: (): TimelineMarks => ({
      count,
      kept,
      incidents: incidents.counts[rows]!,
      perRow: [...incidents.counts.subarray(0, rows)],
    }),
  };
}

/** For each day from the first edge on, its bin. */
export function binsOfDays(edges: Int32Array): Uint16Array {
  const bins = new Uint16Array(edges.at(-1)! - edges[0]!);
  for (let bin = 0; bin < edges.length - 1; bin++)
    bins.fill(bin, edges[bin]! - edges[0]!, edges[bin + 1]! - edges[0]!);
  return bins;
}

/** By set of lanes the rows that are drawn of it, one set after the other; lanes that share a row are one bar there. */
function drawnRows(
  laneSets: TimelineFacts["laneSets"],
  rowOf: readonly number[],
): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(laneSets.length + 1);
  const rows: number[] = [];
  for (const [set, lanes] of laneSets.entries()) {
    const own = lanes.length > 0 ? lanes.map((lane) => rowOf[lane]!) : [rowOf.at(-1)!];
    for (const row of new Set(own)) if (row >= 0) rows.push(row);
    starts[set + 1] = rows.length;
  }
  return { starts, rows: Uint32Array.from(rows) };
}
