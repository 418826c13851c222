import type { Headline } from "./headline-type";
import type { IncidentRow } from "./incident-row";

/** An incident in one short line, as the pages of a place and of a source list it. */
export type IncidentBrief = Pick<IncidentRow, "ref" | "title" | "reviewStatus"> & {
  headline: Pick<
    Headline,
    | "date"
    | "persons"
    | "families"
    | "statuses"
    | "status"
    | "atRiskOf"
    | "lastNews"
    | "disagreement"
  >;
};
