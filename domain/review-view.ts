import type { ReviewStep } from "./review";
import type { ReviewStatus } from "./vocabulary";

/** Somebody with an account; `name` is the id where there is none of that id. */
export type Person = { id: string; name: string };

/** A comment as it is shown. Times are milliseconds since 1970. `claimId`: null = on the incident itself. */
export type CommentView = {
  id: string;
  claimId: string | null;
  author: Person;
  at: number;
  body: string;
  mentions: Person[];
  resolved: { by: Person; at: number } | null;
};

/** One verified version. `version`: the incident's own number then; `bySamePerson`: who verified it had written it. */
export type VerifiedVersion = {
  number: number;
  version: number;
  at: number;
  by: Person;
  bySamePerson: boolean;
};

/**
 * How far an incident is in its review. `edited`: who changed its content last, and when; null where nobody knows.
 * `lastStep`: the last judgement or submission, which a later edit may have overtaken; null while there was none.
 * `verified`: newest first. `comments`: oldest first; null for whoever may not see them, as `assignee` then is.
 */
export type ReviewView = {
  ref: string;
  version: number;
  reviewStatus: ReviewStatus;
  edited: { by: Person; at: number } | null;
  lastStep: { step: ReviewStep; by: Person; at: number; reason: string } | null;
  assignee: Person | null;
  verified: VerifiedVersion[];
  onePersonReview: boolean;
  comments: CommentView[] | null;
};
