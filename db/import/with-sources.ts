import type { IncidentItem } from "../../domain/import/import-item";
import type { IncidentDocument } from "../../domain/incident";
import type { NewSource } from "../../domain/new-source";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";
import { stageSource } from "./stage-source";

/** The document with the ids of its sources in place of what the file calls them; those are staged that are new. */
export async function withSources(
  applying: Applying,
  staged: Staged,
  { item, document }: { item: IncidentItem; document: IncidentDocument },
): Promise<IncidentDocument> {
  const ids = new Map<string, string>();
  for (const added of item.newSources) ids.set(added.key, await sourceId(applying, staged, added));
  const claims = document.claims.map((claim) => {
    const name = claim.sourceId;
    return { ...claim, sourceId: ids.get(name) ?? applying.window.sources.get(name) ?? name };
  });
  return { ...document, claims };
}

async function sourceId(
  applying: Applying,
  staged: Staged,
  { key, source }: NewSource,
): Promise<string> {
  const { sources } = applying;
  const known = await sources.find(key, source);
  if (known !== null) return known;
  const id = await stageSource(applying, staged, { source });
  sources.add(key, source, id);
  return id;
}
