import { createHmac } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { acceptInvitation } from "../db/commands/accept-invitation";
import { invite, inviteFirstAdmin } from "../db/commands/invite";
import type { Store } from "../db/store";
import type { AccountRole } from "../domain/account";

export const PASSWORD = "a browser tests here";

/** Makes the first admin of an empty ledger. */
export async function addFirstAdmin(store: Store): Promise<{ id: string; email: string }> {
  const invitation = await inviteFirstAdmin(store);
  if (invitation === null) throw new Error("Somebody has an account already.");
  return acceptInvitation(store, {
    token: invitation.token,
    name: "Ada Admin",
    email: "admin@example.org",
    password: PASSWORD,
    again: PASSWORD,
  });
}

/** Makes an account of a role, invited by an admin; `name` is in no other account. */
export async function addAccount(
  store: Store,
  adminId: string,
  role: AccountRole,
  name: string = role,
): Promise<{ id: string; email: string }> {
  const email = `${name.toLowerCase().replaceAll(" ", "-")}@example.org`;
  const { token } = await invite(store, { email, role }, { id: adminId, role: "admin" });
  return acceptInvitation(store, { token, name, email, password: PASSWORD, again: PASSWORD });
}

/** Signs in by the page, as far as the password leads. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in and waits for the list. */
export async function signedIn(page: Page, email: string): Promise<void> {
  await signIn(page, email);
  await page.waitForURL(/\/incidents$/);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/** A page of another browser, in which the account is signed in. */
export async function pageOf(browser: Browser, email: string): Promise<Page> {
  const nobody = { cookies: [], origins: [] };
  const page = await (await browser.newContext({ storageState: nobody })).newPage();
  await signedIn(page, email);
  return page;
}

/** The six digits an authenticator app shows at a moment for a key in base 32 (RFC 6238). */
export function codeOf(key: string, now: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replaceAll("=", "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const at = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
