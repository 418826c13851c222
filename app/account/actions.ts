"use server";

import { APIError } from "better-auth";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "../../components/form-state";
import type { FactorState } from "../../components/second-factor-form";
import type { TokenState } from "../../components/token-form";
import { createToken } from "../../db/commands/create-token";
import { endSession } from "../../db/commands/end-session";
import { revokeToken } from "../../db/commands/revoke-token";
import { checkPassword } from "../../domain/account";
import { authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import { getAccounts } from "../_server/accounts";
import { answerForm, fieldsOf } from "../_server/answer-form";
import { runAction } from "../_server/run-action";
import { currentActor, currentSession, type SignedIn } from "../_server/session";
import { confirmPassword } from "../_server/sign-in";
import { getStore } from "../_server/store";

/** Signs out and goes to the page to sign in. */
export async function signOutAction(): Promise<void> {
  const accounts = await getAccounts();
  await accounts.api.signOut({ headers: await headers() });
  redirect("/sign-in");
}

/** Begins a second factor: its key as a picture's text and its recovery codes, shown this once. */
export async function beginFactorAction(_state: FactorState, form: FormData): Promise<FactorState> {
  const { password = "" } = fieldsOf(form);
  const begun = await runAction(async () => {
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

/** Switches the second factor on once a code of it is right. */
export async function confirmFactorAction(
  state: FactorState,
  form: FormData,
): Promise<FactorState> {
  const { code = "" } = fieldsOf(form);
  const confirmed = await runAction(async () => {
    // Halfway through signing in, the same code would sign in past the throttle.
    await signedIn();
    const accounts = await getAccounts();
    try {
      const body = { code: code.replaceAll(" ", "") };
      await accounts.api.verifyTOTP({ body, headers: await headers() });
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      throw new InvalidInput([{ path: "code", code: "account.wrong_code" }]);
    }
  });
  if (!confirmed.ok) return { ...state, issues: confirmed.issues };
  revalidatePath("/", "layout");
  return { step: "on", issues: [] };
}

/** Switches the second factor off. */
export async function stopFactorAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(form, async ({ password = "" }) => {
    await confirmPassword(password, "password");
    const accounts = await getAccounts();
    await accounts.api.disableTwoFactor({ body: { password }, headers: await headers() });
  });
  revalidatePath("/account");
  return state;
}

/** A new password; every other session ends. */
export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, async ({ current = "", password = "", again = "" }) => {
    const issues = checkPassword("password", password);
    if (issues.length === 0 && password !== again)
      issues.push({ path: "again", code: "account.password_differs" });
    if (issues.length > 0) throw new InvalidInput(issues);
    await confirmPassword(current, "current");
    const accounts = await getAccounts();
    await accounts.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: await headers(),
    });
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

async function signedIn(): Promise<SignedIn> {
  const session = await currentSession();
  if (session === null) throw new DomainError("account.signed_out");
  return session;
}
