"use server";

import { z } from "zod";
import type { FormState } from "../../components/form-state";
import { changeSetting } from "../../db/commands/change-setting";
import { SETTING_NAMES } from "../../domain/setting";
import { sendForm } from "../_server/send-form";

const settingForm = z.object({
  name: z.enum(SETTING_NAMES),
  value: z.enum(["true", "false"]).transform((text) => text === "true"),
  reason: z.string(),
});

/** Switches a setting. */
export async function settingAction(_state: FormState, form: FormData): Promise<FormState> {
  return sendForm(settingForm, form, (store, input, actor) => changeSetting(store, input, actor));
}
