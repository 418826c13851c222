import { type Actor, authorise } from "../../domain/actor";
import type { ImportRunKind } from "../../domain/import/data-import";
import { type Clock, systemClock } from "../clock";
import { writeBegun } from "../import/begun-run";
import type { Store } from "../store";

/**
 * Notes, before it is begun, what is done with an import in the background, so that it is known where the program ends
 * in the middle; null: it was stopped. What does it takes the note away as it ends.
 */
export async function noteImportRun(
  store: Store,
  { id, kind }: { id: string; kind: ImportRunKind | null },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "data.import");
  const begun = kind && { kind, at: clock.now() };
  await store.tx((db) => writeBegun(store, db, id, begun));
}
