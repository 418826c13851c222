"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "../../../components/form-state";
import { removeSampleCases } from "../../../db/commands/remove-sample-cases";
import { sendForm } from "../../_server/send-form";

const removeForm = z.object({
  reason: z.string(),
  confirmed: z
    .string()
    .default("")
    .refine((value) => value === "yes", { params: { code: "samples.unconfirmed" } }),
});

/** Removes all sample data and shows what is left. */
export async function removeSamplesAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await sendForm(removeForm, form, removeSampleCases);
  if (state?.ok) redirect("/admin");
  return state;
}
