"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "../../../components/form-state";
import { assessClaim } from "../../../db/commands/assess-claim";
import { decideNotSame } from "../../../db/commands/decide-not-same";
import { linkIncidents } from "../../../db/commands/link-incidents";
import { restoreIncident } from "../../../db/commands/restore-incident";
import { retractIncident } from "../../../db/commands/retract-incident";
import { unlinkIncidents } from "../../../db/commands/unlink-incidents";
import { readIncidentAddress } from "../../../domain/incident-address";
import { ASSESSMENTS, CREDIBILITIES, LINK_TYPES } from "../../../domain/vocabulary";
import { incidentReference } from "../../_server/incident-reference";
import { sendForm } from "../../_server/send-form";

const assessmentForm = z.object({
  ref: incidentReference,
  claimId: z.string(),
  assessment: z.enum(ASSESSMENTS),
  credibility: z
    .enum(["", ...CREDIBILITIES.map(String)])
    .transform((code) => CREDIBILITIES.find((one) => String(one) === code) ?? null),
  reason: z.string(),
});

/** Judges one claim anew. */
export async function assessAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(assessmentForm, form, (store, input, actor) => assessClaim(store, input, actor));
}

const linkForm = z.object({
  ref: incidentReference,
  to: incidentReference,
  type: z.enum(LINK_TYPES),
  note: z.string(),
});

/** Links the incident with another. */
export async function linkAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(linkForm, form, (store, { ref, ...rest }, actor) =>
    linkIncidents(store, { from: ref, ...rest }, actor),
  );
}

/** Takes a link away. */
export async function unlinkAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(z.object({ linkId: z.string() }), form, (store, input, actor) =>
    unlinkIncidents(store, input, actor),
  );
}

const notSameForm = z.object({ ref: incidentReference, to: incidentReference, reason: z.string() });

/** Records that the incident and another are two. */
export async function notSameAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(notSameForm, form, (store, { ref, ...rest }, actor) =>
    decideNotSame(store, { from: ref, ...rest }, actor),
  );
}

const retractForm = z.object({
  ref: incidentReference,
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
  const state = await sendForm(retractForm, form, (store, input, actor) =>
    retractIncident(store, input, actor),
  );
  if (state?.ok) redirect(`/incidents/${readIncidentAddress(String(form.get("ref")))}`);
  return state;
}

const restoreForm = z.object({
  ref: incidentReference,
  version: z.coerce.number().int(),
  restored: z.coerce.number().int(),
  reason: z.string(),
  confirmed: z
    .string()
    .default("")
    .refine((value) => value === "yes", {
      params: { code: "incident.restore_unconfirmed" },
    }),
  redactAll: z.string().optional(),
});

/** Writes an earlier version as the new one and leads to the page of the incident. */
export async function restoreAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(restoreForm, form, (store, { redactAll, ...input }, actor) =>
    restoreIncident(store, { ...input, redact: redactAll === "yes" }, actor),
  );
  if (state?.ok) redirect(`/incidents/${readIncidentAddress(String(form.get("ref")))}`);
  return state;
}
