import { type Actor, type ActorRole, reaches } from "../domain/actor";

/**
 * Which of its readers a store is for.
 * `internal`: everything. `verified`: the same database, seen through the views of `verified-views.ts`.
 * `public`: the other database, in which nothing is but what was published.
 */
export type Profile = "internal" | "verified" | "public";

/** The least role that may read a store of each profile. */
export const READERS: Readonly<Record<Profile, ActorRole>> = {
  public: "public",
  verified: "viewer",
  internal: "researcher",
};

/** The profile of the store that an actor reads: the fullest they may. */
export function profileFor(actor: Actor): Profile {
  if (reaches(actor, READERS.internal)) return "internal";
  return reaches(actor, READERS.verified) ? "verified" : "public";
}
