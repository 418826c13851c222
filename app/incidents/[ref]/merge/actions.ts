"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "../../../../components/form-state";
import { mergeIncidents } from "../../../../db/commands/merge-incidents";
import { unmergeIncident } from "../../../../db/commands/unmerge-incident";
import { getIncident } from "../../../../db/queries/get-incident";
import { readIncidentAddress } from "../../../../domain/incident-address";
import { parseMergeChoice } from "../../../../domain/merge-request";
import { incidentReference } from "../../../_server/incident-reference";
import { sendForm } from "../../../_server/send-form";

const mergeForm = z.object({
  ref: incidentReference,
  version: z.coerce.number().int(),
  with: incidentReference,
  withVersion: z.coerce.number().int(),
  choice: z.string().max(100_000),
  reason: z.string(),
  // An unticked box is not sent at all, and a rule on an optional field would not see that.
  confirmed: z
    .string()
    .default("")
    .refine((value) => value === "yes", { params: { code: "merge.unconfirmed" } }),
});

/** Merges what the preview showed, and leads to the one that is left. */
export async function mergeAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(mergeForm, form, async (store, input, actor) => {
    const { ref, version, with: goneRef, withVersion, choice, reason, keep } = input;
    // Of an incident that is not there no choice can be read; the command then refuses.
    const gone = await getIncident(store, actor, goneRef);
    const none = { groups: [], events: [] };
    await mergeIncidents(
      store,
      {
        kept: { ref, version },
        gone: { ref: goneRef, version: withVersion },
        choice: parseMergeChoice(new URLSearchParams(choice), gone?.document ?? none, {
          groups: {},
          events: {},
        }),
        reason,
        keep,
      },
      actor,
    );
  });
  if (state?.ok) redirect(`/incidents/${readIncidentAddress(String(form.get("ref")))}`);
  return state;
}

const unmergeForm = z.object({ ref: incidentReference, reason: z.string() });

/** Has a merged incident stand for itself again, and leads to it. */
export async function unmergeAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(unmergeForm, form, unmergeIncident);
  if (state?.ok) redirect(`/incidents/${readIncidentAddress(String(form.get("ref")))}`);
  return state;
}
