"use server";

import { redirect } from "next/navigation";
import type { EditorState } from "../../../components/form/editor-state";
import { logIncident } from "../../../db/commands/log-incident";
import { formPathOf } from "../../../domain/form-reading";
import { incidentFormSchema } from "../../../domain/incident-form";
import { readIncidentForm } from "../../../domain/read-incident-form";
import { formContext } from "../../_server/form-context";
import { runAction } from "../../_server/run-action";
import { currentActor, issueOf } from "../../_server/session";
import { getStore } from "../../_server/store";
import { readSubmission } from "../../_server/submission";

/** Logs what was typed and goes to the new incident, or gives everything back with what is wrong. */
export async function logCase(_state: EditorState, data: FormData): Promise<EditorState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const sent = readSubmission(data, incidentFormSchema);
  if (sent.form === null) return sent;
  const { form, refuse } = sent;
  const refused = await issueOf(actor, "incident.log");
  if (refused) return { result: refuse([refused]) };
  const context = await formContext(store, actor, form, null);
  const { document, newSources, keep, issues, origins } = readIncidentForm(form, context);
  if (issues.length > 0) return { result: refuse(issues) };
  const logged = await runAction(() =>
    logIncident(store, { document, newSources, reason: form.reason, keep }, actor),
  );
  if (logged.ok) redirect(`/incidents/${logged.value.ref}`);
  const found = logged.issues.map((issue) => ({ ...issue, path: formPathOf(origins, issue.path) }));
  return { result: refuse(found) };
}
