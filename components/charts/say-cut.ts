import type { ChartSpan } from "../../domain/chart-span";
import type { Say } from "../../domain/say";

/** That a chart shows the latest months alone; null where it shows all that there are. */
export function sayCut({ from, to, of }: ChartSpan, say: Say): string | null {
  return to - from + 1 < of ? say("charts.latest") : null;
}
