import "server-only";
import { APIError } from "better-auth";
import { cookies, headers } from "next/headers";
import { confirmSession } from "../../db/confirm-session";
import { countAttempt, forgetFailures } from "../../db/throttle";
import { DomainError, InvalidInput } from "../../domain/errors";
import { getAccounts } from "./accounts";
import { currentAddress, currentSession } from "./session";
import { getStore } from "./store";

/** Signs in by password: `code` where the second factor is still to come. Errors: `account.wrong`, `account.closed`, `account.wait`. */
export async function signIn(email: string, password: string): Promise<"in" | "code"> {
  return throttled(email, "account.wrong", async () => {
    const accounts = await getAccounts();
    const answer = await accounts.api.signInEmail({
      body: { email: email.trim().toLowerCase(), password },
      headers: await headers(),
    });
    return "twoFactorRedirect" in answer ? "code" : "in";
  });
}

/** The second step of signing in, by a code of the app or a recovery code. Errors: `account.wrong_code`, `account.code_over`, `account.wait`. */
export async function signInWithCode(typed: string): Promise<void> {
  const code = typed.trim();
  // Whose code it is stands in the signed cookie of the first step.
  const names = (await cookies()).getAll().filter(({ name }) => name.endsWith("two_factor"));
  const step = names.map(({ value }) => value).join(" ");
  await throttled(`second step ${step}`, "account.wrong_code", async () => {
    const accounts = await getAccounts();
    const request = { body: { code: code.replaceAll(" ", "") }, headers: await headers() };
    if (/^[\d ]{6,8}$/.test(code)) await accounts.api.verifyTOTP(request);
    else await accounts.api.verifyBackupCode(request);
  });
}

/** Throws unless the password is that of whoever is signed in; else notes it on the session. Errors: `account.wrong_password`, `account.wait`. */
export async function confirmPassword(password: string, path: string): Promise<void> {
  const session = await currentSession();
  if (!session) throw new DomainError("account.signed_out");
  await throttled(session.account.email, "account.wrong_password", async () => {
    const accounts = await getAccounts();
    await accounts.api.verifyPassword({ body: { password }, headers: await headers() });
    await confirmSession(await getStore(), session.sessionId);
  }).catch((error) => {
    if (error instanceof DomainError && error.code === "account.wrong_password")
      throw new InvalidInput([{ path, code: error.code }]);
    throw error;
  });
}

/** Does what a password or code opens, and counts it where it does not. */
async function throttled<T>(account: string, refusal: string, work: () => Promise<T>): Promise<T> {
  const store = await getStore();
  const attempt = { account, address: await currentAddress() };
  await countAttempt(store, attempt);
  try {
    const result = await work();
    await forgetFailures(store, attempt);
    return result;
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
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
