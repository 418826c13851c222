/** What is counted: wrong passwords and codes for one account, and from one address. */
export type ThrottleKind = "account" | "address";

/** So many failures are forgiven; each one more doubles the wait, up to the longest. Milliseconds. */
const RULES = {
  account: { forgiven: 5, first: 30_000, longest: 15 * 60_000 },
  address: { forgiven: 20, first: 30_000, longest: 60 * 60_000 },
} as const;

/** After so long without a failure the count begins anew. */
export const THROTTLE_MEMORY = 24 * 60 * 60 * 1000;

/** How long nobody may try again after that many failures, in milliseconds. Grows with the failures, bounded. */
export function waitAfter(kind: ThrottleKind, failures: number): number {
  const { forgiven, first, longest } = RULES[kind];
  if (failures < forgiven) return 0;
  return Math.min(longest, first * 2 ** Math.min(30, failures - forgiven));
}
