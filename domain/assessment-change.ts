import type { Headline } from "./headline-type";
import type { ReviewStatus } from "./vocabulary";

/**
 * What becomes of one incident where all claims of a source in it are judged anew. `ofSource`: how many claims it has of
 * that source; `claims`: how many of them are judged otherwise now, 0 where nothing changes. `statusAfter`: null where
 * it may not be changed.
 */
export type AssessmentChange = {
  ref: string;
  title: string;
  version: number;
  reviewStatus: ReviewStatus;
  statusAfter: ReviewStatus | null;
  ofSource: number;
  claims: number;
  before: Headline;
  after: Headline;
};
