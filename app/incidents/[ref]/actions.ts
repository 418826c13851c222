"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "../../../components/form-state";
import { assessClaim } from "../../../db/commands/assess-claim";
import { decideNotSame } from "../../../db/commands/decide-not-same";
import { linkIncidents } from "../../../db/commands/link-incidents";
import { retractIncident } from "../../../db/commands/retract-incident";
import { unlinkIncidents } from "../../../db/commands/unlink-incidents";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import { readIncidentAddress } from "../../../domain/incident-address";
import { shown } from "../../../domain/issue";
import { ASSESSMENTS, CREDIBILITIES, LINK_TYPES } from "../../../domain/vocabulary";
import { issuesOf } from "../../../domain/zod-issues";
import { runAction } from "../../_server/run-action";
import { currentActor } from "../../_server/session";
import { getStore } from "../../_server/store";

const reference = z.string().transform((typed, context) => {
  const ref = readIncidentAddress(typed);
  if (ref !== null) return ref;
  const params = { code: "reference.not_an_incident", values: { value: shown(typed) } };
  context.addIssue({ code: "custom", params });
  return z.NEVER;
});

const assessmentForm = z.object({
  ref: reference,
  claimId: z.string(),
  assessment: z.enum(ASSESSMENTS),
  credibility: z
    .enum(["", ...CREDIBILITIES.map(String)])
    .transform((code) => CREDIBILITIES.find((one) => String(one) === code) ?? null),
  reason: z.string(),
});

/** Judges one claim anew. */
export async function assessAction(_state: FormState, form: FormData): Promise<FormState> {
  return send(assessmentForm, form, (store, input, actor) => assessClaim(store, input, actor));
}

const linkForm = z.object({
  ref: reference,
  to: reference,
  type: z.enum(LINK_TYPES),
  note: z.string(),
});

/** Links the incident with another. */
export async function linkAction(_state: FormState, form: FormData): Promise<FormState> {
  return send(linkForm, form, (store, { ref, ...rest }, actor) =>
    linkIncidents(store, { from: ref, ...rest }, actor),
  );
}

/** Takes a link away. */
export async function unlinkAction(_state: FormState, form: FormData): Promise<FormState> {
  return send(z.object({ linkId: z.string() }), form, (store, input, actor) =>
    unlinkIncidents(store, input, actor),
  );
}

const notSameForm = z.object({ ref: reference, to: reference, reason: z.string() });

/** Records that the incident and another are two. */
export async function notSameAction(_state: FormState, form: FormData): Promise<FormState> {
  return send(notSameForm, form, (store, { ref, ...rest }, actor) =>
    decideNotSame(store, { from: ref, ...rest }, actor),
  );
}

const retractForm = z.object({
  ref: reference,
  version: z.coerce.number().int(),
  reason: z.string().refine((text) => text.trim() !== "", { params: { code: "text.required" } }),
  // An unticked box is not sent at all, and a rule on an optional field would not see that.
  confirmed: z
    .string()
    .default("")
    .refine((value) => value === "yes", {
      params: { code: "incident.retract_unconfirmed" },
    }),
});

/** Takes the incident back and leads to its page. */
export async function retractAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await send(retractForm, form, (store, input, actor) =>
    retractIncident(store, input, actor),
  );
  if (state?.ok) redirect(`/incidents/${readIncidentAddress(String(form.get("ref")))}`);
  return state;
}

/** Parses, runs the command as whoever sends the form, and has the pages read anew. */
async function send<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  command: (store: Store, input: z.output<Schema>, actor: Actor) => Promise<unknown>,
): Promise<FormState> {
  const fields = [...form].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  const typed = Object.fromEntries(fields.filter(([name]) => !name.startsWith("$")));
  const parsed = schema.safeParse(typed, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error), typed };
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const result = await runAction(() => command(store, parsed.data, actor));
  revalidatePath("/incidents", "layout");
  return { ok: result.ok, issues: result.ok ? [] : result.issues, typed };
}
