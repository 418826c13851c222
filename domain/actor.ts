import { DomainError } from "./errors";

/** Cumulative: each role may what the ones before it may. */
export const ACTOR_ROLES = ["public", "viewer", "researcher", "reviewer", "admin"] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

/**
 * Who asks. `id` goes into the log; it is never a person's name.
 * `from`: the screen, import or command that is used, "/incidents/new", "ledger seed"; the log keeps it too.
 */
export type Actor = { id: string; role: ActorRole; from?: string };

const NEEDS = {
  "incident.read": "public",
  "incident.export": "public",
  "incident.log": "researcher",
  "incident.revise": "researcher",
  "incident.link": "researcher",
  "claim.attach": "researcher",
  "claim.assess": "researcher",
  "incident.submit": "researcher",
  "incident.verify": "reviewer",
  "incident.send_back": "reviewer",
  "incident.dispute": "reviewer",
  "incident.retract": "reviewer",
  "incident.publish": "reviewer",
  "publication.rebuild": "admin",
  "incident.assign": "researcher",
  "incident.comment": "researcher",
  "review.list": "researcher",
  "location.add": "researcher",
  "source.add": "researcher",
  "source.revise": "researcher",
  "incident.merge": "reviewer",
  "data.import": "researcher",
  "article.draft": "researcher",
  "history.read": "researcher",
  "account.own": "viewer",
  "account.read": "admin",
  "account.change": "admin",
  "account.invite": "admin",
  "log.read": "reviewer",
  "log.check": "admin",
  "log.purge": "admin",
  "access.read": "admin",
  "settings.read": "researcher",
  "settings.change": "admin",
  "samples.remove": "admin",
} as const satisfies Record<string, ActorRole>;

export type Permission = keyof typeof NEEDS;

/** True when the actor may all that the role may. */
export function reaches(actor: Actor, role: ActorRole): boolean {
  return ACTOR_ROLES.indexOf(actor.role) >= ACTOR_ROLES.indexOf(role);
}

/**
 * True when the actor's role reaches the least role the permission needs. To read incidents nobody needs a role,
 * but which store is read depends on it.
 */
export function may(actor: Actor, permission: Permission): boolean {
  return reaches(actor, NEEDS[permission]);
}

/** Throws `not_allowed` unless the actor may. Every query and command calls this first. */
export function authorise(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new DomainError("not_allowed", { permission });
}

const MAX_ORIGIN = 200;

/** What the log keeps of where an actor comes from: 0..200 characters, none of them a control character. */
export function originOf({ from = "" }: Pick<Actor, "from">): string {
  return from
    .slice(0, MAX_ORIGIN)
    .toWellFormed()
    .replace(/\p{Cc}/gu, "\uFFFD");
}
