import { REVIEW_STEPS } from "./review";

/** Only who may comment may read what is logged of a `comment`. */
export const REVISION_ENTITIES = [
  "incident",
  "source",
  "location",
  "link",
  "account",
  "invitation",
  "view",
  "entry",
  "comment",
  "setting",
  "sample_cases",
  "import",
] as const;
export type RevisionEntity = (typeof REVISION_ENTITIES)[number];

export const REVISION_ACTIONS = [
  "log",
  "revise",
  "attach_claims",
  "assess_claim",
  "restore",
  ...REVIEW_STEPS,
  "publish",
  "unpublish",
  "assign",
  "source_changed",
  "comment",
  "resolve",
  "change_setting",
  "remove_samples",
  "import",
  "undo_import",
  "merge",
  "add",
  "link",
  "unlink",
  "not_same",
  "invite",
  "withdraw_invitation",
  "join",
  "change_role",
  "close_account",
  "reopen_account",
  "reset_second_factor",
  "change_password",
  "factor_on",
  "factor_off",
  "create_token",
  "revoke_token",
  "save_view",
  "change_view",
  "delete_view",
  "make_feed",
  "end_feed",
  "keep_words",
  "purge",
] as const;
export type RevisionAction = (typeof REVISION_ACTIONS)[number];

/**
 * One entry of the log as a reader sees it. `at`: milliseconds since 1970. `origin`: the screen, import or command,
 * empty where it is not known. `before` and `after` are null where nothing was; `emptied`: both are gone after a purge.
 */
export type Revision = {
  seq: number;
  at: number;
  actor: string;
  action: RevisionAction;
  entity: RevisionEntity;
  version: number | null;
  reason: string;
  origin: string;
  before: unknown;
  after: unknown;
  emptied: boolean;
};
