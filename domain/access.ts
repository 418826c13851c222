export const ACCESS_ACTIONS = ["read", "export"] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/** What was read in full though it is restricted, or taken away. `incidents`: all of a filter. */
export type AccessedEntity = "source" | "incident" | "incidents";

/**
 * One access as it is kept. `at`: milliseconds since 1970. `entityId`: a reference, empty for all of a filter.
 * `detail`: the filter as an address writes it. `address`: where it came from, null where unknown or after 30 days.
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
