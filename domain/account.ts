import { z } from "zod";
import { ACTOR_ROLES, type ActorRole } from "./actor";
import { type Issue, shown } from "./issue";
import { isStorable } from "./text";

export type AccountRole = Exclude<ActorRole, "public">;
/** The roles an account can have: all but the visitor's. */
export const ACCOUNT_ROLES = ACTOR_ROLES.slice(1) as AccountRole[];

/** How long an invitation can be taken up. Milliseconds. */
export const INVITATION_LIFE = 72 * 60 * 60 * 1000;

/** Characters of a password. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

const MAX_EMAIL = 254;
const MAX_NAME = 100;

/** A person who can sign in, as an admin sees them. `name` is what colleagues see beside their work. */
export type AccountRow = {
  id: string;
  name: string;
  email: string;
  role: AccountRole;
  closed: boolean;
  secondFactor: boolean;
  createdAt: number;
};

/** An invitation that can still be taken up; its secret is shown once, when it is made. */
export type InvitationRow = {
  id: string;
  email: string;
  role: AccountRole;
  createdAt: number;
  expiresAt: number;
};

/** The e-mail address in lower case, or an issue: `account.not_an_email`. */
export function readEmail(path: string, typed: string): { email: string; issues: Issue[] } {
  const email = typed.trim().toLowerCase();
  const isGood = email.length <= MAX_EMAIL && z.email().safeParse(email).success;
  const issue = { path, code: "account.not_an_email", values: { value: shown(typed) } };
  return { email, issues: isGood ? [] : [issue] };
}

/** A name of 1..100 characters, or an issue. */
export function readName(path: string, typed: string): { name: string; issues: Issue[] } {
  const name = typed.normalize("NFC").trim();
  if (name === "") return { name, issues: [{ path, code: "text.required" }] };
  if (!isStorable(name))
    return { name, issues: [{ path, code: "text.not_storable", values: { value: shown(name) } }] };
  if (name.length <= MAX_NAME) return { name, issues: [] };
  const values = { value: shown(name), max: MAX_NAME };
  return { name, issues: [{ path, code: "text.too_long", values }] };
}

/** The role, or an issue that says which there are. */
export function readRole(path: string, typed: string): { role: AccountRole; issues: Issue[] } {
  const role = ACCOUNT_ROLES.find((known) => known === typed);
  if (role !== undefined) return { role, issues: [] };
  const values = { value: shown(typed), allowed: ACCOUNT_ROLES.join(", ") };
  return { role: "viewer", issues: [{ path, code: "value.not_in_list", values }] };
}
