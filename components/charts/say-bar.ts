import type { DatedFigure } from "../../domain/dated-figures";
import { formatCount } from "../../domain/format-count";
import type { Say } from "../../domain/say";
import type { ChartKind } from "./dated-bars";

/** What a bar says in words: "Jul 2014: 5 incidents, 3 of them certainly"; "Jul 2014, people: 20–34". */
export function sayBar(
  { possible, certain, people }: DatedFigure,
  kind: ChartKind,
  period: string,
  say: Say,
): string {
  if (kind === "incidents") return say("charts.incidents.bar", { period, possible, certain });
  const count = formatCount({ low: null, high: null, ...people, best: null }, say);
  return say("charts.people.bar", { period, count });
}
