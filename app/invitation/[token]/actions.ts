"use server";

import { redirect } from "next/navigation";
import type { FormState } from "../../../components/form-state";
import { acceptInvitation } from "../../../db/commands/accept-invitation";
import { countAttempt, forgetFailures } from "../../../db/throttle";
import { answerForm } from "../../_server/answer-form";
import { currentAddress } from "../../_server/session";
import { signIn } from "../../_server/sign-in";
import { getStore } from "../../_server/store";

/** Makes the account an invitation is for and signs its owner in. */
export async function acceptAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(
    form,
    async ({ token = "", name = "", email = "", password = "", again = "" }) => {
      const store = await getStore();
      const attempt = { account: `invitation ${token}`, address: await currentAddress() };
      await countAttempt(store, attempt);
      const account = await acceptInvitation(store, { token, name, email, password, again });
      await forgetFailures(store, attempt);
      await signIn(account.email, password);
    },
  );
  if (state?.ok) redirect("/incidents");
  return state;
}
