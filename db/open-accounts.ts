import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { admin, twoFactor } from "better-auth/plugins";
import { PASSWORD_LENGTH } from "../domain/account";
import { ABSOLUTE_LIMIT } from "../domain/session";
import { accountAdapter } from "./account-adapter";
import { hashPassword, verifyPassword } from "./hash-password";
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
  const isHttps = address.startsWith("https://");
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
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      expiresIn: ABSOLUTE_LIMIT / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      // Only this very host can set a cookie of that name. The library's own prefix is a weaker one.
      cookiePrefix: isHttps ? "__Host-ledger" : "ledger",
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps },
    },
    plugins: [
      admin({ defaultRole: "viewer" }),
      twoFactor({
        issuer: "Detention Ledger",
        totpOptions: { digits: 6, period: 30 },
        // 20 of 62 characters are 119 bits.
        backupCodeOptions: { amount: 10, length: 20 },
      }),
      ...(cookies ? [cookies] : []),
    ],
  });
}

export type Accounts = ReturnType<typeof openAccounts>;
