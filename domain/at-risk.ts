import type { Headline } from "./headline-type";
import { daysBetween } from "./partial-date";
import type { EventType } from "./vocabulary";

export const MAX_DAYS_WITHOUT_NEWS = 365;

/**
 * What threatens the people of an incident today. `of`: the anticipated events, empty when nothing is.
 * `stale`: no news for more than 365 days, or none whose day is known; it then reads
 * "fate unknown, last known at risk of …". `since`: the latest day anything is known of.
 */
export function riskNow(
  { atRiskOf, lastNews }: Pick<Headline, "atRiskOf" | "lastNews">,
  today: string,
): { of: EventType[]; stale: boolean; since: string | null } {
  const stale = lastNews === null || daysBetween(lastNews, today) > MAX_DAYS_WITHOUT_NEWS;
  return { of: atRiskOf, stale, since: lastNews };
}
