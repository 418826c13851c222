import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import type { Say } from "../../domain/say";
import type { KeptAccess } from "../_server/keep-access";

/** Who asks the API and how, for every answer of it. */
export type ApiContext = {
  actor: Actor;
  /** The store that the actor reads. */
  store: Store;
  say: Say;
  now: number;
  /** The header If-None-Match. */
  known: string | null;
  withBody: boolean;
  /** Whether the actor would have to confirm, or to have a wider token, before all is given. */
  mayNotTakeAll: boolean;
  /** Called once before anything is sent. */
  keep: (access: KeptAccess) => Promise<void>;
};

/** The day of the request, UTC. */
export function todayOf({ now }: Pick<ApiContext, "now">): string {
  return new Date(now).toISOString().slice(0, 10);
}
