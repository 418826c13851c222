"use server";

import { redirect } from "next/navigation";
import type { EditorState } from "../../../components/form/editor-state";
import { addSource } from "../../../db/commands/add-source";
import { singleSourceFormSchema } from "../../../domain/incident-form";
import { runAction } from "../../_server/run-action";
import { currentActor } from "../../_server/session";
import { getStore } from "../../_server/store";
import { readSubmission } from "../../_server/submission";
import { readSingleSource } from "../read-single-source";

/** Adds the source that was typed and goes to its page, or gives everything back with what is wrong. */
export async function createSource(_state: EditorState, data: FormData): Promise<EditorState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const sent = readSubmission(data, singleSourceFormSchema);
  if (sent.form === null) return sent;
  const { form, refuse } = sent;
  const { source, issues } = await readSingleSource(store, actor, form);
  if (issues.length > 0) return { result: refuse(issues) };
  const added = await runAction(() => addSource(store, { source }, actor));
  if (added.ok) redirect(`/sources/${added.value.ref}`);
  return { result: refuse(added.issues) };
}
