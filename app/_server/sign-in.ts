import "server-only";
import { APIError } from "better-auth";
import { cookies, headers } from "next/headers";
import { endSession } from "../../db/commands/end-session";
import { recordSignIn } from "../../db/commands/record-sign-in";
import { confirmSession } from "../../db/confirm-session";
import { findSecondStep } from "../../db/find-second-step";
import { spendCode } from "../../db/spend-code";
import { countAttempt, forgetFailures } from "../../db/throttle";
import { DomainError, InvalidInput } from "../../domain/errors";
import { getAccounts } from "./accounts";
import { currentAddress, currentSession, signedIn } from "./session";
import { getStore } from "./store";

const COOKIE_OF_STEP = /^(__Host-)?ledger\.two_factor$/;
/** As long as the library keeps an account locked after ten wrong codes in a row. */
const LOCK_SECONDS = 900;

/** Signs in by password: `code` where the second factor is still to come. Errors: `account.wrong`, `account.closed`, `account.wait`. */
export async function signIn(email: string, password: string): Promise<"in" | "code"> {
  const before = await currentSession();
  return throttled({ email }, "account.wrong", async () => {
    const accounts = await getAccounts();
    const answer = await accounts.api.signInEmail({
      body: { email: email.trim().toLowerCase(), password },
      headers: await headers(),
    });
    // Whoever signs in does so instead of whoever was in this browser; the library has replaced or taken their cookie.
    if (before !== null)
      await endSession(await getStore(), { id: before.sessionId }, before.account);
    if ("twoFactorRedirect" in answer) return "code";
    await cameIn(answer.user.id);
    return "in";
  });
}

/** The second step of signing in, by a code of the app or a recovery code. Errors: `account.wrong_code`, `account.code_used`, `account.code_over`, `account.wait`. */
export async function signInWithCode(typed: string): Promise<void> {
  await throttled(await whoseSecondStep(), "account.wrong_code", async () => {
    const { user, token } = await checkCode(typed, {});
    if (isAppCode(typed)) await spendOnce(user.id, typed, token ?? null);
    await cameIn(user.id);
  });
}

/**
 * Throws unless it is a code of the second factor of whoever is signed in, or, with `orRecovery`, a recovery code.
 * The first code of a new factor switches it on. Errors: InvalidInput, `account.code_used`, `account.wait`.
 */
export async function confirmCode(
  typed: string,
  path: string,
  { orRecovery }: { orRecovery: boolean },
): Promise<void> {
  const { account } = await signedIn();
  await throttled({ email: account.email }, "account.wrong_code", async () => {
    if (!orRecovery && !isAppCode(typed)) throw new DomainError("account.wrong_code");
    const { user } = await checkCode(typed, { disableSession: true });
    if (isAppCode(typed)) await spendOnce(user.id, typed, null);
  }).catch(atField("account.wrong_code", path));
}

/** Whose code is to come, by the signed cookie of the first step; a forged one is nobody's and opens nothing. */
async function whoseSecondStep(): Promise<{ id: string }> {
  const [step] = (await cookies()).getAll().filter(({ name }) => COOKIE_OF_STEP.test(name));
  const secret = step?.value.replace(/\.[^.]*$/s, "") ?? "";
  return { id: (await findSecondStep(await getStore(), secret)) ?? "" };
}

function isAppCode(typed: string): boolean {
  return /^[\d ]{6,8}$/.test(typed.trim());
}

async function checkCode(typed: string, rest: { disableSession?: boolean }) {
  const accounts = await getAccounts();
  const code = typed.trim().replaceAll(" ", "");
  const request = { body: { code, ...rest }, headers: await headers() };
  return isAppCode(typed)
    ? accounts.api.verifyTOTP({ ...request, body: { code } })
    : accounts.api.verifyBackupCode(request);
}

async function spendOnce(accountId: string, typed: string, token: string | null): Promise<void> {
  const code = typed.replaceAll(" ", "");
  if (!(await spendCode(await getStore(), { accountId, code, token })))
    throw new DomainError("account.code_used");
}

async function cameIn(id: string): Promise<void> {
  const address = await currentAddress();
  await recordSignIn(await getStore(), { action: "sign_in", whose: { id }, address });
}

/** Throws unless the password is that of whoever is signed in; else notes it on the session. Errors: `account.wrong_password`, `account.wait`. */
export async function confirmPassword(password: string, path: string): Promise<void> {
  const session = await signedIn();
  await throttled({ email: session.account.email }, "account.wrong_password", async () => {
    const accounts = await getAccounts();
    await accounts.api.verifyPassword({ body: { password }, headers: await headers() });
    await confirmSession(await getStore(), session.sessionId);
  }).catch(atField("account.wrong_password", path));
}

function atField(code: string, path: string) {
  return (error: unknown): never => {
    if (error instanceof DomainError && error.code === code)
      throw new InvalidInput([{ path, code }]);
    throw error;
  };
}

/** Does what a password or code opens; where it does not, it is counted and kept. */
async function throttled<T>(
  whose: { email: string } | { id: string },
  refusal: string,
  work: () => Promise<T>,
): Promise<T> {
  const store = await getStore();
  const address = await currentAddress();
  const account = "id" in whose ? `second step of ${whose.id}` : whose.email;
  const attempt = { account, address };
  await countAttempt(store, attempt);
  try {
    const result = await work();
    await forgetFailures(store, attempt);
    return result;
  } catch (error) {
    if (!(error instanceof APIError) && !(error instanceof DomainError)) throw error;
    const by = (await currentSession())?.account.id ?? null;
    await recordSignIn(store, { action: "sign_in_failed", whose, address, by });
    if (error instanceof DomainError) throw error;
    // The library has a lock of its own behind the throttle.
    if (error.body?.code === "ACCOUNT_TEMPORARILY_LOCKED")
      throw new DomainError("account.wait", { seconds: LOCK_SECONDS });
    throw new DomainError(codeOf(error) ?? refusal);
  }
}

function codeOf(error: APIError): string | null {
  const code = error.body?.code;
  if (code === "BANNED_USER") return "account.closed";
  if (code === "INVALID_TWO_FACTOR_COOKIE") return "account.code_over";
  if (code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE") return "account.code_over";
  return null;
}
