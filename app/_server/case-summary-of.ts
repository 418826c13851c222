import type { Profile } from "../../db/profile";
import { buildCaseSummary } from "../../domain/case-summary/build-case-summary";
import type { CaseSummary } from "../../domain/case-summary/case-summary";
import type { IncidentView } from "../../domain/incident-view";
import type { Say } from "../../domain/say";
import { namesOf } from "../incidents/[ref]/names-of";

export type SummaryWords = { say: Say; locale: string; now: number; base: string };

/** The summary of an incident that was read from a store of this profile. `base`: before a path it is a whole address. */
export function caseSummaryOf(
  view: IncidentView,
  reader: Profile,
  { say, locale, now, base }: SummaryWords,
): CaseSummary {
  return buildCaseSummary({
    view,
    names: namesOf(view, locale, say),
    reader,
    today: new Date(now).toISOString().slice(0, 10),
    locale,
    say,
    addressOf: (path) => `${base}${path}`,
  });
}
