"use server";

import { redirect } from "next/navigation";
import type { EditorState, StaleSource } from "../../../../components/form/editor-state";
import { reviseSource } from "../../../../db/commands/revise-source";
import { getSourceToEdit } from "../../../../db/queries/get-source-to-edit";
import type { Store } from "../../../../db/store";
import type { Actor } from "../../../../domain/actor";
import { formPathOf } from "../../../../domain/form-reading";
import { type SingleSourceForm, singleSourceFormSchema } from "../../../../domain/incident-form";
import { sourceFormOf } from "../../../../domain/incident-form-of";
import { runAction } from "../../../_server/run-action";
import { currentActor, issueOf } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { readSubmission } from "../../../_server/submission";
import { readSingleSource } from "../../read-single-source";

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
  const sent = readSubmission(data, singleSourceFormSchema);
  if (sent.form === null) return sent;
  const { form, refuse } = sent;
  const refused = await issueOf(actor, "source.revise");
  if (refused) return { result: refuse([refused]) };
  const { source, keep, issues, origins } = await readSingleSource(store, actor, form);
  if (issues.length > 0) return { result: refuse(issues) };
  const version = Number(data.get("over") ?? data.get("version"));
  const saved = await runAction(() =>
    reviseSource(store, { ref, version, source, reason: form.reason, keep }, actor),
  );
  if (saved.ok) redirect(`/sources/${ref}`);
  if (!saved.issues.some(({ code }) => code === "source.stale_version"))
    return {
      result: refuse(
        saved.issues.map((issue) => ({ ...issue, path: formPathOf(origins, issue.path) })),
      ),
    };
  return { result: refuse([]), staleSource: await staleSource(store, actor, ref, form) };
}

async function staleSource(
  store: Store,
  actor: Actor,
  ref: string,
  typed: SingleSourceForm,
): Promise<StaleSource | undefined> {
  const current = await getSourceToEdit(store, actor, ref);
  if (!current) return undefined;
  const copies = current.copies.map((copied) => copied.ref);
  const { key: _key, mode: _mode, ...saved } = sourceFormOf(current.source, copies);
  const text = (value: string | string[]) => [value].flat().join(", ").trim();
  const { keep: _keep, ...written } = typed;
  const now = { ...written, copies: typed.copies.map((row) => row.ref) };
  const fields = Object.entries(saved)
    .filter(([field, value]) => text(value) !== text(now[field as keyof typeof now]))
    .map(([field, value]) => ({ field, text: text(value).slice(0, MAX_SHOWN) }));
  return { version: current.version, fields };
}

const MAX_SHOWN = 500;
