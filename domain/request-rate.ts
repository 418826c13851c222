/** How many requests may come at once, and how many more each second after that. */
export type RateRule = { burst: number; perSecond: number };

/** What is left to somebody, as of a moment in milliseconds. */
export type Allowance = { left: number; at: number };

/** One request of an allowance, null for a new one. `waitMs`: how long until one would be granted; 0: it is. */
export function takeOne(
  rule: RateRule,
  allowance: Allowance | null,
  now: number,
): { allowance: Allowance; waitMs: number } {
  const { left, at } = allowance ?? { left: rule.burst, at: now };
  const grown = Math.min(rule.burst, left + (Math.max(0, now - at) / 1000) * rule.perSecond);
  if (grown >= 1) return { allowance: { left: grown - 1, at: now }, waitMs: 0 };
  const waitMs = Math.ceil(((1 - grown) / rule.perSecond) * 1000);
  return { allowance: { left: grown, at: now }, waitMs };
}

/** So many are remembered; whoever has been quiet for longest is forgotten first. */
const MAX_KEPT = 10_000;

/** One request of whoever it is, by what `rates` remembers of them; how long until it would be granted, 0: it is. */
export function takeFrom(
  rates: Map<string, Allowance>,
  rule: RateRule,
  who: string,
  now: number,
): number {
  const { allowance, waitMs } = takeOne(rule, rates.get(who) ?? null, now);
  // Written anew at the end, so that the first one is whoever has been quiet for longest.
  rates.delete(who);
  rates.set(who, allowance);
  if (rates.size > MAX_KEPT) rates.delete(rates.keys().next().value!);
  return waitMs;
}
