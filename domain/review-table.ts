import { choice, codes, searchText } from "./filter-field";
import type { Headline } from "./headline-type";
import type { Person } from "./review-view";
import type { TableRequest, TableSpec } from "./table-params";
import type { ReviewStatus } from "./vocabulary";

/** Each is also the name of its column. `waiting`: since when it stands where it stands in its review. */
export const REVIEW_SORT_KEYS = [
  "incident",
  "title",
  "risk",
  "waiting",
  "review",
  "editor",
  "assignee",
  "comments",
] as const;
export type ReviewSortKey = (typeof REVIEW_SORT_KEYS)[number];

/** What the queue can list beside what waits for a review. */
export const ALSO_LISTED = ["draft", "disputed"] as const;
export const ASSIGNED = ["all", "mine", "nobody"] as const;

/** Which incidents are asked for. `q`: words in title or summary. `also`: statuses beside `in_review`. */
export type ReviewFilter = {
  q: string | null;
  also: (typeof ALSO_LISTED)[number][];
  assigned: (typeof ASSIGNED)[number];
};

/** The queue; who is at risk of deportation first, and of those what waits longest, unless asked otherwise. */
export const REVIEW_TABLE: TableSpec<ReviewSortKey, ReviewFilter> = {
  sortKeys: REVIEW_SORT_KEYS,
  descendingFirst: ["risk", "comments"],
  sort: { key: "risk", descending: true },
  filters: { q: searchText, also: codes(ALSO_LISTED), assigned: choice(ASSIGNED) },
};
export type ReviewRequest = TableRequest<ReviewSortKey, ReviewFilter>;

/** One incident of the queue. Null where nobody knows. `verified`: how many verified versions there are. */
export type ReviewRow = {
  ref: string;
  title: string;
  reviewStatus: ReviewStatus;
  headline: Pick<Headline, "status" | "statuses" | "atRiskOf" | "lastNews">;
  editor: Person | null;
  waitingSince: number | null;
  assignee: Person | null;
  openComments: number;
  verified: number;
};

/** An open comment that asks for somebody's attention. `claimId`: null = on the incident itself. */
export type MentionRow = {
  id: string;
  ref: string;
  title: string;
  claimId: string | null;
  author: Person;
  at: number;
  body: string;
};
