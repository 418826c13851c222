import type { Store } from "../db/store";
import type { ActorRole } from "../domain/actor";
import type { Caller, Callers } from "./callers";
import type { Cases } from "./protected-cases";
import type { ActionCall } from "./send-action";

/** What the calls of one run are about. `admin`: somebody whom no call may harm. */
export type Ground = { store: Store; cases: Cases; callers: Callers; admin: Caller };

/**
 * `least`: the least role for whom the action does anything. `call`: one that would do it; made anew for each caller,
 * since it changes what it is about. `as`: another session or account of the caller, where the call would end theirs.
 * `leavesNoTrace`: it may do its work and change nothing that `contentsOf` tells.
 */
export type ActionRow = {
  least: ActorRole;
  leavesNoTrace?: true;
  call: (ground: Ground, caller: Caller) => Promise<ActionCall & { as?: Caller }>;
};

/** Actions by file and name. */
export type ActionTable = Readonly<Record<string, ActionRow>>;
