import { type CountRange, isUnknownCount } from "./count-range";
import type { Say } from "./say";

/**
 * A count as a reader sees it: "20–29 (best 29)", "29", "about 30", "at least 12", "up to 30", or the word for unknown.
 * A best that repeats the only known bound is not said twice.
 */
export function formatCount(count: CountRange, say: Say): string {
  const { low, best, high } = count;
  if (isUnknownCount(count)) return say("count.unknown");
  if (low === null && high === null) return say("count.about", { best: best ?? 0 });
  const range = formatBounds(low, high, say);
  const silent = best === null || (low === best && (high === null || high === best));
  return silent ? range : say("count.withBest", { range, best });
}

function formatBounds(low: number | null, high: number | null, say: Say): string {
  if (low === null) return say("count.upTo", { high: high ?? 0 });
  if (high === null) return say("count.atLeast", { low });
  return low === high ? say("count.exactly", { count: low }) : say("count.range", { low, high });
}
