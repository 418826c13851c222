"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "../../components/form-state";
import type { InviteState } from "../../components/invite-form";
import { changeAccount } from "../../db/commands/change-account";
import { invite } from "../../db/commands/invite";
import { withdrawInvitation } from "../../db/commands/withdraw-invitation";
import { authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import { shown } from "../../domain/issue";
import { answerForm } from "../_server/answer-form";
import { currentActor } from "../_server/session";
import { confirmPassword } from "../_server/sign-in";
import { getStore } from "../_server/store";

/** Makes an invitation; the path of its link comes back this once. */
export async function inviteAction(_state: InviteState, form: FormData): Promise<InviteState> {
  let link = "";
  const state = await answerForm(form, async ({ email = "", role = "", password = "" }) => {
    const actor = await currentActor();
    authorise(actor, "account.invite");
    await confirmPassword(password, "password");
    const { token } = await invite(await getStore(), { email, role }, actor);
    link = `/invitation/${token}`;
  });
  revalidatePath("/admin");
  return state && { ...state, link };
}

/** Ends an invitation that nobody has taken up. */
export async function withdrawAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(form, async ({ id = "" }) =>
    withdrawInvitation(await getStore(), { id }, await currentActor()),
  );
  revalidatePath("/admin");
  return state;
}

const CHANGES = ["change_role", "close_account", "reopen_account", "reset_second_factor"] as const;

/** Changes somebody's account once the admin's own password was given again. */
export async function changeAccountAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(form, async (fields, keep) => {
    const { id = "", role = "", reason = "", password = "" } = fields;
    const actor = await currentActor();
    authorise(actor, "account.change");
    const change = CHANGES.find((one) => one === fields.change);
    if (change === undefined) {
      const values = { value: shown(fields.change ?? ""), allowed: CHANGES.join(", ") };
      throw new InvalidInput([{ path: "change", code: "value.not_in_list", values }]);
    }
    await confirmPassword(password, "password");
    const what = change === "change_role" ? { do: change, role } : { do: change };
    await changeAccount(await getStore(), { id, reason, keep, ...what }, actor);
  });
  revalidatePath("/admin");
  return state;
}
