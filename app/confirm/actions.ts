"use server";

import type { FormState } from "../../components/form-state";
import { answerForm } from "../_server/answer-form";
import { confirmPassword } from "../_server/sign-in";

/** Notes on the session that its owner gave the password again. */
export async function confirmAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, ({ password = "" }) => confirmPassword(password, "password"));
}
