"use server";

import { redirect } from "next/navigation";
import type { FormState } from "../../components/form-state";
import { innerPath } from "../../domain/inner-path";
import { answerForm } from "../_server/answer-form";
import { signIn, signInWithCode } from "../_server/sign-in";

/** Signs in by password and goes on, to the second step where there is one. */
export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  let to = "/incidents";
  const state = await answerForm(form, async ({ email = "", password = "", next }) => {
    const step = await signIn(email, password);
    to = innerPath(next);
    if (step === "code") to = `/sign-in/code?next=${encodeURIComponent(to)}`;
  });
  if (state?.ok) redirect(to);
  return state;
}

/** The second step: a code of the app, or a recovery code. */
export async function signInCodeAction(_state: FormState, form: FormData): Promise<FormState> {
  let to = "/incidents";
  const state = await answerForm(form, async ({ code = "", next }) => {
    await signInWithCode(code);
    to = innerPath(next);
  });
  if (state?.ok) redirect(to);
  return state;
}
