import type { IncidentItem } from "../../domain/import/import-item";
import type { IncidentDocument } from "../../domain/incident";
import type { NewSource } from "../../domain/new-source";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";
import { keepSource } from "./keep-source";
import { stageSource } from "./stage-source";

/**
 * The document with the ids of its sources in place of what the file calls them; those are staged that are new. `kept`:
 * the columns that stay with the row, with those that say otherwise than a source that was there.
 */
export async function withSources(
  applying: Applying,
  staged: Staged,
  { item, document }: { item: IncidentItem; document: IncidentDocument },
): Promise<{ document: IncidentDocument; kept: Record<string, string> }> {
  const ids = new Map<string, string>();
  const kept = { ...item.kept };
  for (const added of item.newSources) {
    const { id, isNew } = await sourceId(applying, staged, added);
    ids.set(added.key, id);
    if (!isNew) Object.assign(kept, await keepSource(applying, item, { said: added.source, id }));
  }
  const claims = document.claims.map((claim) => {
    const name = claim.sourceId;
    return { ...claim, sourceId: ids.get(name) ?? applying.window.sources.get(name) ?? name };
  });
  return { document: { ...document, claims }, kept };
}

async function sourceId(
  applying: Applying,
  staged: Staged,
  { key, source }: NewSource,
): Promise<{ id: string; isNew: boolean }> {
  const { sources } = applying;
  const known = await sources.find(key, source);
  if (known !== null) return { id: known, isNew: false };
  const id = await stageSource(applying, staged, { source });
  sources.add(key, source, id);
  return { id, isNew: true };
}
