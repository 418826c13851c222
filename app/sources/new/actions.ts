"use server";

import { redirect } from "next/navigation";
import type { EditorState } from "../../../components/form/editor-state";
import { addSource } from "../../../db/commands/add-source";
import { formPathOf } from "../../../domain/form-reading";
import { singleSourceFormSchema } from "../../../domain/incident-form";
import { runAction } from "../../_server/run-action";
import { currentActor, issueOf } from "../../_server/session";
import { getStore } from "../../_server/store";
import { readSubmission } from "../../_server/submission";
import { readSingleSource } from "../read-single-source";

/** Adds the source that was typed and goes to its page, or gives everything back with what is wrong. */
export async function createSource(_state: EditorState, data: FormData): Promise<EditorState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const sent = readSubmission(data, singleSourceFormSchema);
  if (sent.form === null) return sent;
  const { form, refuse } = sent;
  const refused = await issueOf(actor, "source.add");
  if (refused) return { result: refuse([refused]) };
  const { source, keep, issues, origins } = await readSingleSource(store, actor, form);
  if (issues.length > 0) return { result: refuse(issues) };
  const added = await runAction(() => addSource(store, { source, keep }, actor));
  if (added.ok) redirect(`/sources/${added.value.ref}`);
  const found = added.issues.map((issue) => ({ ...issue, path: formPathOf(origins, issue.path) }));
  return { result: refuse(found) };
}
