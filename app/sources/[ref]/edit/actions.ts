"use server";

import { redirect } from "next/navigation";
import type { EditorState, StaleSource } from "../../../../components/form/editor-state";
import { reviseSource } from "../../../../db/commands/revise-source";
import { getSourceToEdit } from "../../../../db/queries/get-source-to-edit";
import type { Store } from "../../../../db/store";
import type { Actor } from "../../../../domain/actor";
import type { SourceForm } from "../../../../domain/incident-form";
import { sourceFormOf } from "../../../../domain/incident-form-of";
import { runAction } from "../../../_server/run-action";
import { currentActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { readSubmission, refuseSubmission } from "../../../_server/submission";
import { readSourceSubmission } from "../../source-submission";

/**
 * Saves what was typed over the version it was opened with. Where another has saved since, it gives everything back
 * with what is saved now; sent again `over` that version, what was typed replaces it.
 */
export async function changeSource(
  ref: string,
  _state: EditorState,
  data: FormData,
): Promise<EditorState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const submission = readSubmission(data);
  if (submission.status !== "success") return { result: submission.reply() };
  const read = await readSourceSubmission(store, actor, submission.value);
  const { form, source, reason, issues } = read;
  if (issues.length > 0) return { result: refuseSubmission(submission, issues) };
  const version = Number(data.get("over") ?? data.get("version"));
  const saved = await runAction(() => reviseSource(store, { ref, version, source, reason }, actor));
  if (saved.ok) redirect(`/sources/${ref}`);
  const result = refuseSubmission(submission, saved.issues);
  if (!saved.issues.some(({ code }) => code === "source.stale_version")) return { result };
  return { result, staleSource: await staleSource(store, actor, ref, form) };
}

async function staleSource(
  store: Store,
  actor: Actor,
  ref: string,
  typed: SourceForm,
): Promise<StaleSource | undefined> {
  const current = await getSourceToEdit(store, actor, ref);
  if (!current) return undefined;
  const copies = current.copies.map((copied) => copied.ref);
  const { key: _key, mode: _mode, ...saved } = sourceFormOf(current.source, copies);
  const text = (value: string | string[]) => [value].flat().join(", ").trim();
  const fields = Object.entries(saved)
    .filter(([field, value]) => text(value) !== text(typed[field as keyof SourceForm]))
    .map(([field, value]) => ({ field, text: text(value).slice(0, MAX_SHOWN) }));
  return { version: current.version, fields };
}

const MAX_SHOWN = 500;
