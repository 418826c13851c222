import type { CountRange } from "../count-range";
import type { HeadlineField } from "../headline-type";
import type { Issue } from "../issue";
import type { SimilarIncident } from "../similarity/similar-incident";

/** A group or event of an incident, as it may be chosen. */
export type TargetPart = { id: string; label: string };

/**
 * An incident that a case may be the same as. `chosen`: what each group and event of the case is there, by key, as
 * `ArticleAnswer.as`: what was said, else what is proposed. `after`: what the incident would then say, null where that
 * cannot be told yet.
 */
export type CaseTarget = SimilarIncident & {
  groups: TargetPart[];
  events: (TargetPart & { type: string })[];
  chosen: Record<string, string>;
  before: { persons: CountRange };
  after: { persons: CountRange; disagreement: HeadlineField[] } | null;
};

/** What the server has to say of a case as it stands. Issues have the paths of the case: "events.0.date". */
export type CaseCheck = { key: string; issues: Issue[]; similar: CaseTarget[] };

/** `sources`: sources of the ledger with the same address. `issues`: of the article itself, `facts.published`. */
export type ArticleCheck = {
  issues: Issue[];
  cases: CaseCheck[];
  sources: { ref: string; label: string }[];
};
