import type { IncidentFilter } from "./incident-filter";
import { STATUSES } from "./vocabulary";

/** What the lanes of a timeline tell apart; `none`: one lane for all. */
export const LANE_KINDS = ["none", "province", "status", "nationality"] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** The lanes that are none of the codes: the smaller ones together, and those of whom it is not known. */
export const OTHER_LANES = "others";
export const NOT_KNOWN = "not_known";

/**
 * One lane as it is drawn. `key`: the code it stands for, `others`, `not_known`, or "" where there is but one for all.
 * `codes`: the codes whose incidents it holds; none for `not_known` and "".
 */
export type LaneRow = { key: string; codes: string[] };

/** More lanes would be too many to tell apart; the rest is one lane. Statuses are a short list and all drawn. */
const MOST_LANES = 10;

/**
 * The lanes to draw, and for each code, and last for what is not known, the place of its lane; -1 = not drawn.
 * 1. Only what has incidents in the window is drawn.
 * 2. Statuses the most severe first; provinces and nationalities by all their incidents, the most first, ties by code,
 *    so that the order stays while the window moves.
 * 3. Beyond ten, all smaller ones are one lane, `others`. What is not known is the last lane.
 * `perLane`: all incidents of each code, and last of what is not known; `inWindow`: which of them have any there.
 */
export function laneRows(
  kind: LaneKind,
  codes: readonly string[],
  { perLane, inWindow }: { perLane: ArrayLike<number>; inWindow: ArrayLike<number> },
): { rows: LaneRow[]; rowOf: number[] } {
  if (kind === "none") return { rows: [{ key: "", codes: [] }], rowOf: [0] };
  const order = codes
    .map((code, at) => ({ code, count: perLane[at]!, isThere: inWindow[at]! > 0 }))
    .filter(({ isThere }) => isThere);
  if (kind === "status") order.sort((a, b) => severity(a.code) - severity(b.code));
  else order.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const named = kind === "status" || order.length <= MOST_LANES ? order.length : MOST_LANES - 1;
  const rows = order.slice(0, named).map(({ code }): LaneRow => ({ key: code, codes: [code] }));
  const others = order.slice(named).map(({ code }) => code);
  if (others.length > 0) rows.push({ key: OTHER_LANES, codes: others.sort() });
  const placeOf = new Map(rows.flatMap((row, place) => row.codes.map((code) => [code, place])));
  const isAnyUnknown = inWindow[codes.length]! > 0;
  if (isAnyUnknown) rows.push({ key: NOT_KNOWN, codes: [] });
  return {
    rows,
    rowOf: [...codes.map((code) => placeOf.get(code) ?? -1), isAnyUnknown ? rows.length - 1 : -1],
  };
}

/**
 * The filter that finds exactly the incidents of a lane; null where no filter can say it. A filter that already asks
 * for codes of this kind has lanes for these alone.
 */
export function laneFilter(
  filter: IncidentFilter,
  kind: LaneKind,
  { codes }: LaneRow,
): IncidentFilter | null {
  if (kind === "none") return filter;
  return codes.length === 0 || codes.length > MOST_CODES ? null : { ...filter, [kind]: codes };
}

/** What a filter takes of one field. */
const MOST_CODES = 100;

function severity(code: string): number {
  return (STATUSES as readonly string[]).indexOf(code);
}
