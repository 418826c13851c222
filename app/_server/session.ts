import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { recordAccess } from "../../db/commands/record-access";
import { isSessionConfirmed } from "../../db/confirm-session";
import { touchSession } from "../../db/touch-session";
import type { AccountRole } from "../../domain/account";
import { type Actor, may, type Permission } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import type { Issue } from "../../domain/issue";
import { networkOf } from "../../domain/request-address";
import { getAccounts, isSecondFactorCompulsory } from "./accounts";
import { rateRefusal } from "./data-rate";
import { getStore, isPublicSite } from "./store";
import { bearerOf, openedBy } from "./token";

/** The open session of this request and whose it is. `isWhole`: with the second factor where that is compulsory. */
export type SignedIn = {
  sessionId: string;
  account: { id: string; name: string; email: string; role: AccountRole; hasSecondFactor: boolean };
  isWhole: boolean;
};

const MAX_NEXT = 8_000;
const VISITOR: Actor = { id: "", role: "public" };

/** Null where nobody is signed in. Asked once a request. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  // Asked for first: it keeps the build, which has no database, from opening one to draw a page.
  // Cookies and not the header: after an action that replaced the session only they hold the new one.
  const sent = new Headers({ cookie: (await cookies()).toString() });
  if (isPublicSite()) return null;
  const accounts = await getAccounts();
  const found = await accounts.api.getSession({ headers: sent });
  if (!found || !(await touchSession(await getStore(), found.session.token))) return null;
  const { id, name, email, role, twoFactorEnabled } = found.user;
  const hasSecondFactor = twoFactorEnabled === true;
  return {
    sessionId: found.session.id,
    account: { id, name, email, role: role as AccountRole, hasSecondFactor },
    isWhole: hasSecondFactor || !isSecondFactorCompulsory(),
  };
});

/** The open session of whoever sends this request. Errors: `account.signed_out`. */
export async function signedIn(): Promise<SignedIn> {
  const session = await currentSession();
  if (session === null) throw new DomainError("account.signed_out");
  return session;
}

/** Who sends this request; a visitor until every factor that is compulsory was given. */
export async function currentActor(): Promise<Actor> {
  const session = await currentSession();
  if (!session?.isWhole) return VISITOR;
  const { id, role } = session.account;
  return { id, role, from: await currentScreen() };
}

/**
 * Who asks for this page. Whoever may not see it is led to sign in, to set up the second factor, or told so (403),
 * all before the first byte.
 */
export async function pageActor(permission: Permission): Promise<Actor> {
  const actor = await currentActor();
  if (may(actor, permission)) return actor;
  if (isPublicSite()) notFound();
  const session = await currentSession();
  if (session === null) redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
  if (!session.isWhole) redirect("/account");
  await keepRefusal(actor);
  forbidden();
}

/** Who asks for data. `refusalOfAll`: the answer where all of it is asked for; null where that may be given. */
export type DataAsker = { actor: Actor; refusalOfAll: Response | null };

/**
 * Who asks a GET route handler for data, by session or by token, or the refusal: the one place where a token counts.
 * Pages and actions never look at one. Whoever takes data too fast is refused (429).
 */
export async function dataAsker(permission: Permission): Promise<DataAsker | Response> {
  const address = await currentAddress();
  const token = bearerOf((await headers()).get("authorization"));
  const asker = token === null ? await askerBySession() : await askerByToken(token, address);
  if (asker instanceof Response) return asker;
  const refused = refusalOf(asker.actor, permission);
  if (refused !== null) await keepRefusal(asker.actor);
  return refused ?? rateRefusal(asker.actor.id || networkOf(address)) ?? asker;
}

/** Leads whoever asks a page for all data to giving the password once more, unless that was done just now. */
export async function confirmOnPage(): Promise<void> {
  const { refusalOfAll } = await askerBySession();
  if (refusalOfAll) redirect(refusalOfAll.headers.get("location")!);
}

/** Keeps that somebody signed in asked for what their role does not allow. */
export async function keepRefusal(actor: Actor): Promise<void> {
  if (actor.role === "public") return;
  const detail = await currentScreen();
  const access = { action: "refused", entity: "page", entityId: "", detail } as const;
  await recordAccess(await getStore(), { ...access, address: await currentAddress() }, actor);
}

async function askerBySession(): Promise<DataAsker> {
  const [actor, session] = await Promise.all([currentActor(), currentSession()]);
  // To a visitor everything is public; whoever still lacks a factor is one.
  const isVisitor = !session || actor.role === "public";
  const mayTakeAll = isVisitor || (await isSessionConfirmed(await getStore(), session.sessionId));
  return { actor, refusalOfAll: mayTakeAll ? null : await confirmFirst() };
}

/** Leads to giving the password once more, and from there on to this address. */
async function confirmFirst(): Promise<Response> {
  const path = await currentPath();
  // Written into another address, a very long one would be too long for a request.
  const next = path.length <= MAX_NEXT ? path : "/incidents";
  const location = `/confirm?next=${encodeURIComponent(next)}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

async function askerByToken(token: string, address: string): Promise<DataAsker | Response> {
  const opened = await openedBy(token, address);
  if (opened instanceof Response) return opened;
  const { accountId: id, role, scopes } = opened;
  const refusalOfAll = scopes.includes("export")
    ? null
    : refusal(403, "This token lacks the scope export, which so many incidents at once need.\n");
  return { actor: { id, role, from: await currentScreen() }, refusalOfAll };
}

/** For what only pages ask for: the refusal of whoever sends a token. */
export async function refusalOfToken(): Promise<Response | null> {
  const token = bearerOf((await headers()).get("authorization"));
  return token === null ? null : refusal(401, "A token opens nothing here: see /api.\n");
}

/** For route handlers: the refusal of whoever may not, 401 or 403; null for whoever may. */
export function refusalOf(actor: Actor, permission: Permission): Response | null {
  if (may(actor, permission)) return null;
  const isUnknown = actor.role === "public";
  if (isUnknown) return refusal(401, "Sign in first.\n");
  return refusal(403, "Your role does not allow this.\n");
}

function refusal(status: number, line: string): Response {
  return new Response(line, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** For actions that answer with what was typed: the issue of whoever may not, null for whoever may. */
export async function issueOf(actor: Actor, permission: Permission): Promise<Issue | null> {
  if (may(actor, permission)) return null;
  await keepRefusal(actor);
  if (actor.role === "public") return { path: "", code: "account.signed_out" };
  return { path: "", code: "not_allowed", values: { permission } };
}

/** The path and query of this request, as `proxy.ts` passes them on. */
async function currentPath(): Promise<string> {
  return (await headers()).get("x-ledger-path") ?? "/incidents";
}

/** The path of this request as the log keeps it: without query, and without the secret of an invitation or a feed. */
async function currentScreen(): Promise<string> {
  const path = (await headers()).get("x-ledger-path") ?? "";
  return path.replace(/\?.*$/s, "").replace(/^(\/invitation|\/feeds)\/.*/s, "$1");
}

/** The network address of whoever sends this request, as the start command saw it. */
export async function currentAddress(): Promise<string> {
  return (await headers()).get("x-ledger-address") ?? "unknown";
}
