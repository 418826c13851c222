/** How people come in and go, and what guards their accounts. */
const SIGN_IN_ACTIONS = [
  "sign_in",
  "sign_in_failed",
  "sign_out",
  "change_password",
  "factor_on",
  "factor_off",
] as const;
export type SignInAction = (typeof SIGN_IN_ACTIONS)[number];

/** `refused`: somebody signed in asked for what their role does not allow. */
export const ACCESS_ACTIONS = ["read", "export", "refused", ...SIGN_IN_ACTIONS] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/**
 * What was read in full though it is restricted, taken away, asked for or signed in to. `incidents`: all of a filter.
 * `view`: the feed of one.
 */
export type AccessedEntity = "source" | "incident" | "incidents" | "view" | "account" | "page";

/**
 * One access as it is kept. `at`: milliseconds since 1970. `actor`: empty where nobody signed in.
 * `entityId`: a reference, or the id of an account or view, empty for all of a filter, for a page and for nobody's account.
 * `detail`: the filter as an address writes it, or the path of the page. `address`: where it came from, null where unknown or after 30 days.
 */
export type Access = {
  at: number;
  actor: string;
  action: AccessAction;
  entity: AccessedEntity;
  entityId: string;
  detail: string;
  address: string | null;
};
