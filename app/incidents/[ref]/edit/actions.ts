"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { EditorState, StaleEdit } from "../../../../components/form/editor-state";
import { reviseIncident } from "../../../../db/commands/revise-incident";
import { getIncident } from "../../../../db/queries/get-incident";
import { listRevisions } from "../../../../db/queries/list-revisions";
import type { Store } from "../../../../db/store";
import type { Actor } from "../../../../domain/actor";
import { formPathOf } from "../../../../domain/form-reading";
import { type IncidentDocument, incidentDocumentSchema } from "../../../../domain/incident";
import { incidentFormSchema } from "../../../../domain/incident-form";
import { incidentNames } from "../../../../domain/incident-names";
import { mergeDocuments } from "../../../../domain/merge-documents";
import { readIncidentForm } from "../../../../domain/read-incident-form";
import { formContext } from "../../../_server/form-context";
import { placeLabel, sourceLabels } from "../../../_server/labels";
import { runAction } from "../../../_server/run-action";
import { currentActor, issueOf } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { readSubmission } from "../../../_server/submission";

/**
 * Saves what was typed over the version it was opened with. Where another has saved since, it gives everything back
 * with what they changed; sent again `over` that version, both are brought together.
 */
export async function reviseCase(
  ref: string,
  _state: EditorState,
  data: FormData,
): Promise<EditorState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const sent = readSubmission(data, incidentFormSchema);
  if (sent.form === null) return sent;
  const { form, refuse } = sent;
  const refused = await issueOf(actor, "incident.revise");
  if (refused) return { result: refuse([refused]) };
  const view = await getIncident(store, actor, ref);
  if (!view) return { result: refuse([{ path: "", code: "incident.not_found", values: { ref } }]) };

  const [version, over] = [versionOf(data.get("version")), versionOf(data.get("over"))];
  const base = await documentAt(store, actor, ref, version);
  const context = await formContext(store, actor, form, base ?? view.document);
  const { document, newSources, keep, issues, origins } = readIncidentForm(form, context);
  if (issues.length > 0) return { result: refuse(issues) };

  const merged = over > 0 && base ? mergeDocuments(base, document, view.document) : document;
  const saved = await runAction(() =>
    reviseIncident(
      store,
      { ref, version: over || version, document: merged, newSources, reason: form.reason, keep },
      actor,
    ),
  );
  if (saved.ok) redirect(`/incidents/${ref}`);
  const found = saved.issues.map((issue) => ({ ...issue, path: formPathOf(origins, issue.path) }));
  if (!found.some(({ code }) => code === "incident.stale_version"))
    return { result: refuse(found) };
  return { result: refuse([]), stale: await staleEdit(store, actor, ref, base) };
}

/** 0 = none. */
function versionOf(sent: FormDataEntryValue | null): number {
  const version = Number(sent);
  return Number.isSafeInteger(version) ? version : 0;
}

/** What the incident was in that version, null when the log no longer tells. */
async function documentAt(
  store: Store,
  actor: Actor,
  ref: string,
  version: number,
): Promise<IncidentDocument | null> {
  const revisions = await listRevisions(store, actor, { ref, sinceVersion: version - 1 });
  const entry = revisions.find((revision) => revision.version === version);
  const parsed = incidentDocumentSchema.safeParse(entry?.after);
  return parsed.success ? parsed.data : null;
}

async function staleEdit(
  store: Store,
  actor: Actor,
  ref: string,
  base: IncidentDocument | null,
): Promise<StaleEdit | undefined> {
  const [view, t] = await Promise.all([getIncident(store, actor, ref), getTranslations()]);
  if (!view) return undefined;
  const { document: current, version, locations, sources } = view;
  const labels = sourceLabels(sources);
  const known = {
    place: Object.fromEntries(Object.keys(locations).map((id) => [id, placeLabel(locations, id)])),
    source: Object.fromEntries(sources.map(({ id, ref }) => [id, labels[ref]?.label ?? ref])),
  };
  const names = incidentNames(base ? [base, current] : [current], known, t);
  return { version, base, current, names };
}
