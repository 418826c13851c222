"use server";

import { redirect } from "next/navigation";
import type { EditorState } from "../../../components/form/editor-state";
import { addSource } from "../../../db/commands/add-source";
import { runAction } from "../../_server/run-action";
import { currentActor } from "../../_server/session";
import { getStore } from "../../_server/store";
import { readSubmission, refuseSubmission } from "../../_server/submission";
import { readSourceSubmission } from "../source-submission";

/** Adds the source that was typed and goes to its page, or gives everything back with what is wrong. */
export async function createSource(_state: EditorState, data: FormData): Promise<EditorState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const submission = readSubmission(data);
  if (submission.status !== "success") return { result: submission.reply() };
  const { source, issues } = await readSourceSubmission(store, actor, submission.value);
  if (issues.length > 0) return { result: refuseSubmission(submission, issues) };
  const added = await runAction(() => addSource(store, { source }, actor));
  if (added.ok) redirect(`/sources/${added.value.ref}`);
  return { result: refuseSubmission(submission, added.issues) };
}
