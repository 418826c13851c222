"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "../../../../components/form-state";
import { publishIncident } from "../../../../db/commands/publish-incident";
import { unpublishIncident } from "../../../../db/commands/unpublish-incident";
import { readIncidentAddress } from "../../../../domain/incident-address";
import { incidentReference } from "../../../_server/incident-reference";
import { sendForm } from "../../../_server/send-form";

const publishForm = z.object({
  ref: incidentReference,
  digest: z.string().max(64),
  takeEarlierOff: z
    .string()
    .optional()
    .transform((ticked) => ticked === "yes"),
});

/** Publishes what the preview showed, and shows the page as it is then. */
export async function publishAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(publishForm, form, publishIncident);
  if (state?.ok) redirect(`/incidents/${readIncidentAddress(String(form.get("ref")))}/publish`);
  return state;
}

const unpublishForm = z.object({ ref: incidentReference, reason: z.string() });

/** Takes an incident off the public pages. */
export async function unpublishAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(unpublishForm, form, unpublishIncident);
  if (state?.ok) redirect(`/incidents/${readIncidentAddress(String(form.get("ref")))}/publish`);
  return state;
}
