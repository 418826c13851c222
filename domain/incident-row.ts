import type { Headline } from "./headline-type";
import type { IncidentFinds } from "./incident-finds";
import type { PartialDate } from "./partial-date";
import type { Publication, ReviewStatus } from "./vocabulary";

/** A source as a list of citations names it; what the source does not give is "". */
export type Citation = {
  ref: string;
  publisher: string;
  title: string;
  date: PartialDate | null;
  url: string;
};

/** What is said of an incident as a whole, without what is reckoned of each of its groups and events. */
export type BriefHeadline = Omit<Headline, "groups" | "events">;

/**
 * One incident as the table and the CSV show it. Times are milliseconds since 1970.
 * `placeNames`: the names of the headline's countries, provinces, localities and nationalities, by id; rows that were
 * read together share theirs. One that the gazetteer does not have is absent.
 * `finds`: where a searched text stands in it; only a list that was searched for has them.
 * `citations`: by date, undated last; only exports have them.
 */
export type IncidentRow = {
  ref: string;
  title: string;
  summary: string;
  reviewStatus: ReviewStatus;
  publication: Publication;
  createdAt: number;
  updatedAt: number;
  headline: BriefHeadline;
  placeNames: Record<string, string>;
  finds?: IncidentFinds;
  citations?: Citation[];
};
