import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { admin, twoFactor } from "better-auth/plugins";
import { PASSWORD_LENGTH } from "../domain/account";
import { ABSOLUTE_LIMIT } from "../domain/session";
import { accountAdapter } from "./account-adapter";
import type { Store } from "./store";

export type AccountSettings = {
  /** At least 32 characters; signs cookies and encrypts the secrets of second factors. */
  secret: string;
  /** Where people reach the program: `http://127.0.0.1:3000`, `https://cases.example.org`. */
  address: string;
  /** Comes last among the plugins: what sets the cookies where the program answers. */
  cookies?: BetterAuthPlugin;
};

/**
 * Who may sign in, and how: e-mail and password, a second factor by time-based codes, recovery codes.
 * Nothing of it is reachable over HTTP: the program calls it from its own actions, which throttle. There is no sign-up;
 * accounts come from invitations. Cookies hold the signed token of a session and nothing else.
 */
export function openAccounts(store: Store, { secret, address, cookies }: AccountSettings) {
  return betterAuth({
    appName: "Detention Ledger",
    baseURL: address,
    secret,
    database: accountAdapter(store),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    session: {
      expiresIn: ABSOLUTE_LIMIT / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: "ledger",
      useSecureCookies: address.startsWith("https://"),
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
    plugins: [
      admin({ defaultRole: "viewer" }),
      twoFactor({
        issuer: "Detention Ledger",
        totpOptions: { digits: 6, period: 30 },
        backupCodeOptions: { amount: 10, length: 10 },
      }),
      ...(cookies ? [cookies] : []),
    ],
  });
}

export type Accounts = ReturnType<typeof openAccounts>;
