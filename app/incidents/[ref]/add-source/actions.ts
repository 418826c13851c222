"use server";

import { redirect } from "next/navigation";
import type { EditorState } from "../../../../components/form/editor-state";
import { attachClaims } from "../../../../db/commands/attach-claims";
import { getIncident } from "../../../../db/queries/get-incident";
import { formPathOf } from "../../../../domain/form-reading";
import { incidentFormSchema } from "../../../../domain/incident-form";
import { readClaimsForm } from "../../../../domain/read-claims-form";
import { formContext } from "../../../_server/form-context";
import { runAction } from "../../../_server/run-action";
import { currentActor, issueOf } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { readSubmission } from "../../../_server/submission";

/** Adds the claims and their sources to the incident and goes there, or gives everything back with what is wrong. */
export async function addClaims(
  ref: string,
  _state: EditorState,
  data: FormData,
): Promise<EditorState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const sent = readSubmission(data, incidentFormSchema);
  if (sent.form === null) return sent;
  const { form, refuse } = sent;
  const refused = await issueOf(actor, "claim.attach");
  if (refused) return { result: refuse([refused]) };
  const view = await getIncident(store, actor, ref);
  if (!view) {
    const issue = { path: "", code: "incident.not_found", values: { ref } };
    return { result: refuse([issue]) };
  }
  const context = await formContext(store, actor, { ...form, events: [] }, null);
  const { document, newSources, keep, issues, origins } = readClaimsForm(
    form,
    view.document,
    context,
  );
  if (issues.length > 0) return { result: refuse(issues) };
  const { claims } = document;
  const added = await runAction(() =>
    attachClaims(store, { ref, claims, newSources, reason: form.reason, keep }, actor),
  );
  if (added.ok) redirect(`/incidents/${ref}`);
  // The command sees the new claims behind those that are there.
  const before = view.document.claims.length;
  const found = added.issues.map((issue) => ({
    ...issue,
    path: formPathOf(
      origins,
      issue.path.replace(/^claims\.(\d+)/, (_all, at) => `claims.${Number(at) - before}`),
    ),
  }));
  return { result: refuse(found) };
}
