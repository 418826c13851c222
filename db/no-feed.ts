/** The columns of a view that has no feed. */
export const NO_FEED = { feedHash: null, feedCreatedAt: null, feedUsedAt: null } as const;
