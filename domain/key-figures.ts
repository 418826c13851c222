import { askedDays } from "./asked-days";
import { MAX_DAYS_WITHOUT_NEWS } from "./at-risk";
import { DANGERS, IN_CUSTODY } from "./custody";
import type { IncidentFilter } from "./incident-filter";
import type { MatchingCounts } from "./incident-index/count-matching";
import { type Narrowing, narrowFilter } from "./narrow-filter";
import { addDays } from "./partial-date";

/** So many days may pass without news before people who are held or at risk are pointed out. */
const DAYS_OF_SILENCE = 90;

/** In the order in which they are shown; the last two are for those who review. */
export const KEY_FIGURES = [
  "incidents",
  "certain",
  "people",
  "helpers",
  "deported",
  "inCustody",
  "silentInCustody",
  "atRisk",
  "silentAtRisk",
  "lost",
  "free",
  "draft",
  "inReview",
] as const;
export type KeyFigureName = (typeof KEY_FIGURES)[number];

/** A number with the filter that finds the incidents behind it, and no others. */
export type KeyFigure = { name: KeyFigureName; filter: IncidentFilter; counts: MatchingCounts };

/** Of one filter, by name; `people` counts persons and `helpers` helpers, all others incidents. What it cannot be narrowed down to is absent. */
export type KeyFigures = Partial<Record<KeyFigureName, KeyFigure>>;

/**
 * The filters behind the key figures of a filter, where there are such.
 * `incidents`, `people`: the filter itself. `certain`: only those whose date certainly lies in the time that is asked for. `atRisk`: something anticipated may
 * still happen, and there was news within 365 days. `inCustody`: some of the people are held by somebody.
 * `silent…`: the latest day anything is known of is more than 90 days ago; for `silentAtRisk` whatever the age.
 * `lost`: some died or disappeared. `free`: some were released, escaped or resettled. `today`: a calendar day.
 */
export function keyFigureFilters(
  filter: IncidentFilter,
  { today, forReview }: { today: string; forReview: boolean },
): { name: KeyFigureName; filter: IncidentFilter }[] {
  const silentTo = addDays(today, -DAYS_OF_SILENCE - 1);
  const narrowings: Partial<Record<KeyFigureName, Narrowing>> = {
    helpers: { role: ["helper"] },
    atRisk: { risk: [...DANGERS], news_from: addDays(today, -MAX_DAYS_WITHOUT_NEWS) },
    inCustody: { status: [...IN_CUSTODY] },
    silentInCustody: { status: [...IN_CUSTODY], news_to: silentTo },
    silentAtRisk: { risk: [...DANGERS], news_to: silentTo },
    deported: { status: ["deported"] },
    lost: { status: ["died", "disappeared"] },
    free: { status: ["escaped", "released", "resettled"] },
    ...(forReview && { draft: { review: ["draft"] }, inReview: { review: ["in_review"] } }),
  };
  type Named = { name: KeyFigureName; filter: IncidentFilter };
  const isDated = askedDays(filter) !== null;
  return KEY_FIGURES.flatMap((name): Named[] => {
    if (name === "incidents" || name === "people") return [{ name, filter }];
    if (name === "certain")
      return isDated ? [{ name, filter: { ...filter, dates: "certain" } }] : [];
    const narrowing = narrowings[name];
    const narrowed = narrowing && narrowFilter(filter, narrowing);
    return narrowed ? [{ name, filter: narrowed }] : [];
  });
}
