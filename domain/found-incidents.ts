import type { MatchingCounts } from "./incident-index/count-matching";

/** How many incidents a filter finds, with either reading of its dates, and how many only an unknown date leaves out. */
export type FoundIncidents = Pick<MatchingCounts, "total" | "certain" | "possible" | "undated">;
