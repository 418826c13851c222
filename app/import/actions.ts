"use server";

import { randomBytes } from "node:crypto";
import { redirect } from "next/navigation";
import { appendUpload } from "../../adapters/uploads";
import type { FormState } from "../../components/form-state";
import { importFolder } from "../_server/import-folder";
import { runAction } from "../_server/run-action";
import { currentActor, issueOf } from "../_server/session";
import { beginImport } from "./begin-import";

/** Takes a small file that is to be imported, as a plain form sends it, and shows the import. */
export async function uploadAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await currentActor();
  const refused = await issueOf(actor, "data.import");
  if (refused) return { ok: false, issues: [refused], typed: {} };
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    return { ok: false, issues: [{ path: "file", code: "import.no_file" }], typed: {} };
  const id = randomBytes(12).toString("hex");
  await appendUpload(importFolder(), id, 0, new Uint8Array(await file.arrayBuffer()));
  const begun = await runAction(() => beginImport(actor, id, file.name));
  if (!begun.ok) return { ok: false, issues: begun.issues, typed: {} };
  redirect(`/import/${begun.value.id}`);
}
