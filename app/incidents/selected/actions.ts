"use server";

import { z } from "zod";
import type { LinkedState } from "../../../components/link-selected-form";
import { linkIncidents } from "../../../db/commands/link-incidents";
import { LINK_TYPES } from "../../../domain/vocabulary";
import { incidentReference } from "../../_server/incident-reference";
import { sendForm } from "../../_server/send-form";
import { selectedReferences } from "./selected-references";

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
