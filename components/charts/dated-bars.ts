import type { DatedFigure, DatedFigures } from "../../domain/dated-figures";

export const CHART_KINDS = ["incidents", "people"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/**
 * A bar of a chart: certain from 0 to `sure`, possible up to `most`. `isOpen`: there may be more, without a bound.
 * `best`: where a mark goes; null where there is none.
 */
export type DatedBar = {
  figure: DatedFigure;
  sure: number;
  most: number;
  isOpen: boolean;
  best: number | null;
};

/**
 * Incidents: those certainly and those possibly in the time. People: at least, of the certain ones, and at most, of
 * all possible ones; where one of these has no upper figure the bar ends at what is known, and is open.
 */
export function datedBars({ figures }: DatedFigures, kind: ChartKind): DatedBar[] {
  return figures.map((figure) => {
    const { certain, possible, people } = figure;
    if (kind === "incidents")
      return { figure, sure: certain, most: possible, isOpen: false, best: null };
    const sure = people?.low ?? 0;
    return {
      figure,
      sure,
      most: Math.max(sure, people?.high ?? people?.known ?? 0),
      isOpen: people !== null && people.high === null,
      best: people?.best ?? null,
    };
  });
}

/** How high the highest bar is; 0 where there is none. */
export function highestBar(bars: readonly DatedBar[]): number {
  return bars.reduce((highest, { most }) => Math.max(highest, most), 0);
}
