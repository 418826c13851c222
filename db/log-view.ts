import type { Actor } from "../domain/actor";
import type { RevisionAction } from "../domain/revision";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import type { Db, Store } from "./store";

/** Logs that something was done to a view; what it is called and looks for is its owner's alone. */
export async function logView(
  store: Store,
  db: Db,
  { action, id }: { action: RevisionAction; id: string },
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const entry = { action, entity: "view", entityId: id, version: null, reason: "" } as const;
  await appendRevision(store, db, { ...entry, before: null, after: null }, actor, clock);
}
