"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import type { FormState } from "../../components/form-state";
import type { FactorState } from "../../components/second-factor-form";
import type { TokenState } from "../../components/token-form";
import { checkPassword } from "../../db/check-password";
import { createToken } from "../../db/commands/create-token";
import { endSession } from "../../db/commands/end-session";
import { recordSignIn } from "../../db/commands/record-sign-in";
import { revokeToken } from "../../db/commands/revoke-token";
import type { SignInAction } from "../../domain/access";
import { authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import { getAccounts, isSecondFactorCompulsory } from "../_server/accounts";
import { answerForm, fieldsOf } from "../_server/answer-form";
import { runAction } from "../_server/run-action";
import { currentActor, currentAddress, signedIn } from "../_server/session";
import { confirmCode, confirmPassword } from "../_server/sign-in";
import { getStore } from "../_server/store";

/** Sets up a second factor, one step at a time: the password, then a first code. */
export async function factorAction(state: FactorState, form: FormData): Promise<FactorState> {
  return state?.step === "confirm" ? confirmFactor(state, form) : beginFactor(form);
}

/** Its key as a picture's text and its recovery codes, shown this once. */
async function beginFactor(form: FormData): Promise<FactorState> {
  const { password = "" } = fieldsOf(form);
  const begun = await runAction(async () => {
    if ((await signedIn()).account.hasSecondFactor) throw new DomainError("account.factor_is_on");
    await confirmPassword(password, "password");
    const accounts = await getAccounts();
    const body = { password, method: "totp" as const };
    return accounts.api.enableTwoFactor({ body, headers: await headers() });
  });
  if (!begun.ok) return { step: "begin", issues: begun.issues };
  if (!("totpURI" in begun.value)) throw new Error("A second factor by codes was asked for.");
  const { totpURI, backupCodes } = begun.value;
  return { step: "confirm", address: totpURI, codes: backupCodes, issues: [] };
}

async function confirmFactor(state: FactorState, form: FormData): Promise<FactorState> {
  const { code = "" } = fieldsOf(form);
  const confirmed = await runAction(async () => {
    // Halfway through signing in, the same code would sign in past the throttle.
    const { account } = await signedIn();
    if (account.hasSecondFactor) throw new DomainError("account.factor_is_on");
    await confirmCode(code, "code", { orRecovery: false });
    await recordOwn("factor_on");
  });
  if (!confirmed.ok) return { ...state, issues: confirmed.issues };
  revalidatePath("/", "layout");
  return { step: "on", issues: [] };
}

/** Switches the second factor off, for whoever gives the password and a code of it, where it may be off. */
export async function stopFactorAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(form, async ({ password = "", code = "" }) => {
    if (isSecondFactorCompulsory()) throw new DomainError("account.factor_compulsory");
    await confirmPassword(password, "password");
    await confirmCode(code, "code", { orRecovery: true });
    const accounts = await getAccounts();
    await accounts.api.disableTwoFactor({ body: { password }, headers: await headers() });
    await recordOwn("factor_off");
  });
  revalidatePath("/account");
  return state;
}

/** A new password; every other session ends. */
export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async ({ current = "", password = "", again = "" }) => {
    const { account } = await signedIn();
    const issues = checkPassword("password", password, [account.name, account.email]);
    if (issues.length === 0 && password !== again)
      issues.push({ path: "again", code: "account.password_differs" });
    if (issues.length > 0) throw new InvalidInput(issues);
    await confirmPassword(current, "current");
    const accounts = await getAccounts();
    await accounts.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: await headers(),
    });
    await recordOwn("change_password");
  });
}

/** Ends one of one's sessions, or all others. */
export async function endSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(form, async ({ id = "", others }) => {
    const session = await signedIn();
    const actor = { id: session.account.id, role: session.account.role };
    await endSession(
      await getStore(),
      others === "yes" ? { id: session.sessionId, others: true } : { id },
      actor,
    );
  });
  revalidatePath("/account");
  return state;
}

/** Makes a token; it comes back this once. */
export async function createTokenAction(_state: TokenState, form: FormData): Promise<TokenState> {
  let token = "";
  const state = await answerForm(
    form,
    async ({ name = "", scope = "", days = "", password = "" }) => {
      const actor = await currentActor();
      authorise(actor, "account.own");
      await confirmPassword(password, "password");
      ({ token } = await createToken(await getStore(), { name, scope, days }, actor));
    },
  );
  revalidatePath("/account");
  return state && { ...state, token };
}

/** Ends one of one's tokens. */
export async function revokeTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(form, async ({ id = "" }) =>
    revokeToken(await getStore(), { id }, await currentActor()),
  );
  revalidatePath("/account");
  return state;
}

async function recordOwn(action: SignInAction): Promise<void> {
  const { account } = await signedIn();
  const address = await currentAddress();
  await recordSignIn(await getStore(), { action, whose: { id: account.id }, address });
}
