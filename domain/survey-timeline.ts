import { NONE } from "./incident-index/columns";
import type { TimelineFacts } from "./timeline-facts";

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
  const lanesOf = laneSets.map((among) => (among.length > 0 ? among : [lanes]));
  const perSet = new Uint32Array(laneSets.length);
  let [incidents, dated, first, last] = [0, 0, NEVER, -NEVER];
  let [current, lastDated] = [-1, -1];
  for (let fact = 0; fact < count; fact++) {
    const own = incident[fact]!;
    const isFirst = own !== current;
    if (isFirst) incidents += 1;
    current = own;
    const [begins, ends] = [earliest[date[fact]!]!, latest[date[fact]!]!];
    if (begins !== NONE || ends !== NONE) {
      if (lastDated !== own) dated += 1;
      lastDated = own;
      first = Math.min(first, begins === NONE ? ends : begins);
      last = Math.max(last, ends === NONE ? begins : ends);
    }
    // Whoever comes but once is counted with all that have the same lanes.
    if (isFirst && (fact + 1 === count || incident[fact + 1] !== own)) {
      perSet[laneSet[fact]!]! += 1;
      continue;
    }
    const among = lanesOf[laneSet[fact]!]!;
    for (let at = 0; at < among.length; at++) {
      const lane = among[at]!;
      if (seen[lane] === own + 1) continue;
      seen[lane] = own + 1;
      perLane[lane]! += 1;
    }
  }
  for (const [set, among] of lanesOf.entries())
    for (const lane of new Set(among)) perLane[lane]! += perSet[set]!;
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
