import type { Mark } from "./personal-data/mark";
import type { Person } from "./review-view";

/**
 * A mark of the personal-data guard that still stands in an incident or in a source it cites.
 * `source`: null = in the incident itself. `path`: as issues name the text, "claims.3.quote".
 * `before`, `after`: at most 40 characters around the words, and an ellipsis where there are more. `kept`: null where nobody has decided that it stays;
 * `at` is in milliseconds since 1970.
 */
export type MarkView = Pick<Mark, "kind" | "why"> & {
  source: { id: string; ref: string } | null;
  path: string;
  words: string;
  before: string;
  after: string;
  kept: { by: Person; at: number; reason: string } | null;
};
