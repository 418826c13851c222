export type RevisionEntity = "incident" | "source" | "location" | "link";
export type RevisionAction =
  | "log"
  | "revise"
  | "attach_claims"
  | "assess_claim"
  | "retract"
  | "add"
  | "link"
  | "unlink"
  | "not_same";

/** One entry of the log as a reader sees it. `before` and `after` are null where nothing was, or after a purge. */
export type Revision = {
  seq: number;
  at: number;
  actor: string;
  action: RevisionAction;
  entity: RevisionEntity;
  version: number | null;
  reason: string;
  before: unknown;
  after: unknown;
};
