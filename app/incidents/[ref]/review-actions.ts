"use server";

import { z } from "zod";
import type { FormState } from "../../../components/form-state";
import { assignIncident } from "../../../db/commands/assign-incident";
import { commentOnIncident } from "../../../db/commands/comment-on-incident";
import { disputeIncident } from "../../../db/commands/dispute-incident";
import { resolveComment } from "../../../db/commands/resolve-comment";
import { sendBack } from "../../../db/commands/send-back";
import { submitForReview } from "../../../db/commands/submit-for-review";
import { verifyIncident } from "../../../db/commands/verify-incident";
import { incidentReference } from "../../_server/incident-reference";
import { sendForm } from "../../_server/send-form";

const orNull = (text: string) => (text === "" ? null : text);

const stepForm = z.object({
  ref: incidentReference,
  version: z.coerce.number().int(),
  reason: z.string().default(""),
});

/** Asks for a review. */
export async function submitAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(stepForm, form, (store, input, actor) => submitForReview(store, input, actor));
}

const verifyForm = stepForm.extend({
  editedAt: z
    .string()
    .regex(/^\d{0,16}$/)
    .transform((text) => (text === "" ? null : Number(text))),
});

/** Verifies the incident as the page showed it. */
export async function verifyAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(verifyForm, form, (store, input, actor) => verifyIncident(store, input, actor));
}

/** Gives the incident back to those who write it. */
export async function sendBackAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(stepForm, form, (store, input, actor) => sendBack(store, input, actor));
}

/** Calls the incident into question. */
export async function disputeAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(stepForm, form, (store, input, actor) => disputeIncident(store, input, actor));
}

const assignForm = z.object({
  ref: incidentReference,
  version: z.coerce.number().int(),
  assigneeId: z.string().transform(orNull),
});

/** Asks somebody, or nobody, to see to the incident. */
export async function assignAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(assignForm, form, (store, input, actor) => assignIncident(store, input, actor));
}

const commentForm = z.object({
  ref: incidentReference,
  claimId: z.string().transform(orNull),
  body: z.string(),
  mentions: z.array(z.string()),
});

/** Says something about the incident or one of its claims. */
export async function commentAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(
    commentForm,
    form,
    (store, input, actor) => commentOnIncident(store, input, actor),
    ["mentions"],
  );
}

/** Marks a comment as done with. */
export async function resolveAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(z.object({ id: z.string() }), form, (store, input, actor) =>
    resolveComment(store, input, actor),
  );
}
