"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { removeUpload } from "../../../adapters/uploads";
import type { FormState } from "../../../components/form-state";
import { cancelImport } from "../../../db/commands/cancel-import";
import { setImportMapping } from "../../../db/commands/set-import-mapping";
import { setImportReading } from "../../../db/commands/set-import-reading";
import { getImport } from "../../../db/queries/get-import";
import type { Actor } from "../../../domain/actor";
import { DomainError } from "../../../domain/errors";
import { checkMapping } from "../../../domain/import/check-mapping";
import type { ImportView } from "../../../domain/import/import-view";
import { readMappingForm } from "../../../domain/import/mapping-form";
import type { PlaceIndex } from "../../../domain/import/place-index";
import { tableReadingSchema } from "../../../domain/import/table-reading";
import { readDecisions } from "../../../domain/personal-data/import-decisions";
import { fieldsOf } from "../../_server/answer-form";
import { importFolder } from "../../_server/import-folder";
import { stopRun } from "../../_server/import-runs";
import { surveyOf } from "../../_server/import-surveys";
import { runAction } from "../../_server/run-action";
import { sendForm } from "../../_server/send-form";
import { currentActor, issueOf } from "../../_server/session";
import { getStore } from "../../_server/store";
import { namedPlaces, openWaiting } from "./open-waiting";
import { runWaiting } from "./run-waiting";
import { undoApplied } from "./undo-applied";

const MAX_FIELD = 10_000;
const SURVEY_MS = 60_000;
const chosenSchema = tableReadingSchema.pick({ encoding: true, delimiter: true });

/** Reads the file with another encoding or delimiter; what was said of its columns then counts no more. */
export async function readingAction(_state: FormState, form: FormData): Promise<FormState> {
  return forImport(form, async (actor, view) => {
    const chosen = chosenSchema.parse({
      encoding: form.get("encoding"),
      delimiter: form.get("delimiter"),
    });
    const file = await openWaiting(view, chosen);
    if (file === null) throw new DomainError("import.not_found");
    file.close();
    const { reading, headersDigest } = file;
    await setImportReading(await getStore(), { id: view.id, reading, headersDigest }, actor);
  });
}

/** Keeps what was said of a table's columns, and checks the whole table by it. */
export async function mappingAction(_state: FormState, form: FormData): Promise<FormState> {
  return forImport(form, async (actor, view) => {
    const sent = new Map<string, string>();
    for (const [name, value] of form)
      if (typeof value === "string") sent.set(name, value.slice(0, MAX_FIELD));
    const places = await namedPlaces(actor);
    const mapping = readMappingForm(sent, places);
    const { id, reading, headersDigest } = view;
    const store = await getStore();
    await setImportMapping(store, { id, reading, headersDigest, mapping }, actor);
    if (form.get("do") === "save" || !(await isClear({ ...view, mapping }, places))) return;
    const decisions = readDecisions(fieldsOf(form));
    await runWaiting(actor, { ...view, mapping }, "check", decisions, places);
  });
}

/** Whether a table can be read by its mapping; where not, its page says why. */
async function isClear(view: ImportView, places: PlaceIndex): Promise<boolean> {
  const file = await openWaiting(view);
  if (file?.format !== "table") throw new DomainError("import.not_found");
  const survey = await surveyOf(view.id, file, SURVEY_MS);
  return checkMapping(view.mapping!, file.headers, places, survey).length === 0;
}

/** Does with an import what a button says: check it, or bring it in wholly or as far as it is right. */
export async function runImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return forImport(form, async (actor, view) => {
    const mode = z.enum(["check", "all", "good"]).parse(form.get("do"));
    await runWaiting(actor, view, mode, readDecisions(fieldsOf(form)));
  });
}

/** Ends what is being done with an import; nothing of it is kept. */
export async function stopImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return forImport(form, async (_actor, { id }) => stopRun(id));
}

/** Gives an import up that is not in the ledger, and removes its file. */
export async function cancelImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return forImport(form, async (actor, { id }) => {
    stopRun(id);
    await cancelImport(await getStore(), id, actor);
    await removeUpload(importFolder(), id);
  });
}

const undoForm = z.object({
  id: z.string(),
  reason: z.string(),
  confirmed: z
    .string()
    .default("")
    .refine((value) => value === "yes", { params: { code: "import.unconfirmed" } }),
});

/** Begins to take a whole import out of the ledger again; its page shows how far that is. */
export async function undoImportAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(undoForm, form, (_store, input, actor) => undoApplied(actor, input));
  if (state?.ok) redirect(`/import/${form.get("id")}`);
  return state;
}

async function forImport(
  form: FormData,
  work: (actor: Actor, view: ImportView) => Promise<void>,
): Promise<FormState> {
  const actor = await currentActor();
  const refused = await issueOf(actor, "data.import");
  if (refused) return { ok: false, issues: [refused], typed: {} };
  const result = await runAction(async () => {
    const view = await getImport(await getStore(), actor, String(form.get("id")));
    if (!view) throw new DomainError("import.not_found");
    await work(actor, view);
    return `/import/${view.id}`;
  });
  if (!result.ok) return { ok: false, issues: result.issues, typed: fieldsOf(form) };
  redirect(result.value);
}
