"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "../../../components/form-state";
import type { LinkedState } from "../../../components/link-selected-form";
import { assessSource } from "../../../db/commands/assess-source";
import { linkIncidents } from "../../../db/commands/link-incidents";
import { ASSESSMENTS, LINK_TYPES } from "../../../domain/vocabulary";
import { incidentReference } from "../../_server/incident-reference";
import { sendForm } from "../../_server/send-form";
import { selectedReferences, selectedVersions } from "./selected-references";

const linkForm = z.object({
  refs: selectedReferences,
  to: incidentReference,
  type: z.enum(LINK_TYPES),
  note: z.string(),
});

/** Links each of the selected incidents with another, and says which were linked already. */
export async function linkSelectedAction(
  _state: LinkedState,
  form: FormData,
): Promise<LinkedState> {
  let done = { linked: [] as string[], already: [] as string[] };
  const state = await sendForm(linkForm, form, async (store, { refs, ...rest }, actor) => {
    done = await linkIncidents(store, { from: refs, ...rest }, actor);
  });
  return state && { ...state, ...done };
}

const assessForm = z.object({
  source: z.string(),
  assessment: z.enum(ASSESSMENTS),
  incidents: selectedVersions,
  digest: z.string().max(64),
  reason: z.string(),
});

/** Judges a source anew in the selected incidents, as was shown, and leads back to them. */
export async function assessSelectedAction(_state: FormState, form: FormData): Promise<FormState> {
  let refs: string[] = [];
  const state = await sendForm(assessForm, form, (store, input, actor) => {
    refs = input.incidents.map(({ ref }) => ref);
    return assessSource(store, input, actor);
  });
  if (!state?.ok) return state;
  const selected = new URLSearchParams(refs.map((ref) => ["ref", ref]));
  redirect(`/incidents/selected?${selected}&done=assess`);
}
