import { type CountRange, isUnknownCount } from "./count-range";
import { formatCount } from "./format-count";
import type { Say } from "./say";

/** "20–29 (best 29) people", "at least 1 person", or that it is unknown how many. */
export function formatPeople(count: CountRange, say: Say): string {
  if (isUnknownCount(count)) return say("count.peopleUnknown");
  const last = count.high ?? count.low ?? count.best ?? 0;
  return say("count.people", { count: formatCount(count, say), last });
}
