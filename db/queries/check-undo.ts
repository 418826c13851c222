import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { guardTexts, reasonTexts } from "../guard-texts";
import { findImport } from "../import/find-import";
import type { Store } from "../store";

/**
 * Refuses what `undoImport` would refuse, without waiting for whoever writes, so that whoever asks is answered before
 * it is begun. Errors: InvalidInput (reason), `import.not_found`, `import.not_possible`.
 */
export async function checkUndo(
  store: Store,
  actor: Actor,
  { id, keep, ...input }: { id: string; reason: string; keep?: readonly Keep[] },
): Promise<void> {
  authorise(actor, "data.import");
  const reason = readReason(input.reason, { required: true });
  await store.snapshot(async (db) => {
    await findImport(store, db, id, "applied");
    const texts = reasonTexts(reason, { entity: "import", entityId: id });
    const { issues } = await guardTexts(store, db, [texts], keep);
    if (issues.length > 0) throw new InvalidInput(issues);
  });
}
