import { DomainError } from "./errors";

/** Cumulative: each role may what the ones before it may. */
export const ACTOR_ROLES = ["public", "viewer", "researcher", "reviewer", "admin"] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

/** Who asks. `id` goes into the log; it is never a person's name. */
export type Actor = { id: string; role: ActorRole };

const NEEDS = {
  "incident.read": "viewer",
  "incident.export": "viewer",
  "incident.log": "researcher",
  "incident.revise": "researcher",
  "incident.link": "researcher",
  "claim.attach": "researcher",
  "claim.assess": "researcher",
  "incident.retract": "reviewer",
  "location.add": "researcher",
  "source.add": "researcher",
  "source.revise": "researcher",
  "history.read": "viewer",
} as const satisfies Record<string, ActorRole>;

export type Permission = keyof typeof NEEDS;

/** True when the actor's role reaches the least role the permission needs. */
export function may(actor: Actor, permission: Permission): boolean {
  return ACTOR_ROLES.indexOf(actor.role) >= ACTOR_ROLES.indexOf(NEEDS[permission]);
}

/** Throws `not_allowed` unless the actor may. Every query and command calls this first. */
export function authorise(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new DomainError("not_allowed", { permission });
}
