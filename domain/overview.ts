import type { DatedFigures } from "./dated-figures";
import type { IncidentRow } from "./incident-row";
import type { KeyFigures } from "./key-figures";

/** The lists of an overview, each with the first incidents of one that has more. */
export const OVERVIEW_LISTS = ["atRisk", "silentInCustody", "newest", "changed"] as const;
export type OverviewListName = (typeof OVERVIEW_LISTS)[number];

/**
 * What there is to a filter at a glance, all of one moment. `dated`: null where no date of an incident is known.
 * `lists`: empty where there is none, or where the filter cannot be narrowed down to it.
 */
export type Overview = {
  figures: KeyFigures;
  dated: DatedFigures | null;
  lists: Record<OverviewListName, IncidentRow[]>;
};
