import "server-only";
import { nextCookies } from "better-auth/next-js";
import { accountSecret } from "../../db/account-secret";
import { type Accounts, openAccounts } from "../../db/open-accounts";
import { getStore } from "./store";

const kept = globalThis as typeof globalThis & { ledgerAccounts?: Promise<Accounts> };

/** Who may sign in to the one open ledger. Reached only from our own actions; no part of it answers over HTTP. */
export function getAccounts(): Promise<Accounts> {
  kept.ledgerAccounts ??= open().catch((error) => {
    kept.ledgerAccounts = undefined;
    throw error;
  });
  return kept.ledgerAccounts;
}

async function open(): Promise<Accounts> {
  const store = await getStore();
  const secret = process.env.LEDGER_SECRET || (await accountSecret(store));
  return openAccounts(store, { secret, address: ownAddress(), cookies: nextCookies() });
}

/** Where people reach the program, without a slash at its end. */
export function ownAddress(): string {
  return process.env.PUBLIC_ADDRESS || `http://127.0.0.1:${process.env.PORT ?? 3000}`;
}

/** True where unpublished data may be reached from other machines: then everybody needs a second factor. */
export function isSecondFactorCompulsory(): boolean {
  return Boolean(process.env.PUBLIC_ADDRESS);
}
