import { expect, it } from "vitest";
import { INVITATION_LIFE } from "../../domain/account";
import type { Actor } from "../../domain/actor";
import { ABSOLUTE_LIMIT, CONFIRMATION_LIFE, IDLE_LIMIT } from "../../domain/session";
import { systemClock } from "../clock";
import { confirmSession, isSessionConfirmed } from "../confirm-session";
import { openAccounts } from "../open-accounts";
import { checkLog } from "../queries/check-log";
import { getInvitation } from "../queries/get-invitation";
import { listAccounts } from "../queries/list-accounts";
import { listSessions } from "../queries/list-sessions";
import { onBothEngines } from "../testing";
import { countAttempt, forgetFailures } from "../throttle";
import { touchSession } from "../touch-session";
import { acceptInvitation } from "./accept-invitation";
import { changeAccount } from "./change-account";
import { endSession } from "./end-session";
import { invite, inviteFirstAdmin } from "./invite";
import { withdrawInvitation } from "./withdraw-invitation";

const PASSWORD = "correct horse battery";
const at = (later: number) => ({ ...systemClock, now: () => Date.now() + later });

onBothEngines("accounts", (store) => {
  const accounts = () =>
    openAccounts(store(), { secret: "s".repeat(43), address: "http://127.0.0.1:3000" });
  const signIn = (email: string, password = PASSWORD) =>
    accounts().api.signInEmail({ body: { email, password }, asResponse: true });
  const join = (token: string, rest = {}) =>
    acceptInvitation(store(), {
      token,
      name: "A Colleague",
      email: "first@example.org",
      password: PASSWORD,
      again: PASSWORD,
      ...rest,
    });
  let admin: Actor;

  it("begin with one admin, who comes by the link of the first start", async () => {
    const early = await inviteFirstAdmin(store());
    const link = await inviteFirstAdmin(store());
    await expect(join(early!.token)).rejects.toThrow("account.invitation_over");
    expect(await getInvitation(store(), link!.token)).toEqual({ email: "", role: "admin" });
    await expect(
      join(link!.token, { name: " ", email: "nobody", password: "short", again: "other" }),
    ).rejects.toMatchObject({
      issues: [
        { path: "name", code: "text.required" },
        { path: "email", code: "account.not_an_email" },
        { path: "password", code: "account.password_short" },
      ],
    });
    const { id } = await join(link!.token);
    admin = { id, role: "admin" };
    await expect(join(link!.token)).rejects.toThrow("account.invitation_over");
    expect(await inviteFirstAdmin(store())).toBeNull();
  });

  it("grow by invitations that are good once, for one address and role, and for 72 hours", async () => {
    const { token } = await invite(store(), { email: "Two@Example.org", role: "reviewer" }, admin);
    expect(await getInvitation(store(), token, at(INVITATION_LIFE))).toBeNull();
    expect(await getInvitation(store(), token)).toEqual({
      email: "two@example.org",
      role: "reviewer",
    });
    await expect(invite(store(), { email: "x", role: "king" }, admin)).rejects.toMatchObject({
      issues: [{ path: "email" }, { path: "role", code: "value.not_in_list" }],
    });
    const input = { token, name: "Late", email: "", password: PASSWORD, again: PASSWORD };
    await expect(acceptInvitation(store(), input, at(INVITATION_LIFE))).rejects.toThrow("over");
    const both = await Promise.allSettled([
      join(token, { email: "other@example.org" }),
      join(token, { email: "third@example.org" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { accounts: people } = await listAccounts(store(), admin);
    expect(people.map(({ email, role }) => [email, role])).toEqual(
      expect.arrayContaining([["two@example.org", "reviewer"]]),
    );
    expect(people).toHaveLength(2);
    const { id } = people.find(({ email }) => email === "two@example.org")!;
    await expect(
      invite(store(), { email: "two@example.org", role: "admin" }, admin),
    ).rejects.toThrow("account.exists");
    await expect(
      invite(store(), { email: "c@example.org", role: "admin" }, { id, role: "reviewer" }),
    ).rejects.toThrow("not_allowed");
  });

  it("end an invitation that is withdrawn", async () => {
    const { token } = await invite(store(), { email: "three@example.org", role: "viewer" }, admin);
    const [row] = (await listAccounts(store(), admin)).invitations;
    await withdrawInvitation(store(), { id: row!.id }, admin);
    await expect(join(token)).rejects.toThrow("account.invitation_over");
    await expect(withdrawInvitation(store(), { id: row!.id }, admin)).rejects.toThrow("over");
  });

  it("sign in with the right password and no other, and sign up nobody", async () => {
    expect((await signIn("two@example.org")).status).toBe(200);
    expect((await signIn("two@example.org", "wrong horse battery")).status).toBe(401);
    expect((await signIn("nobody@example.org")).status).toBe(401);
    const body = { email: "new@example.org", password: PASSWORD, name: "New" };
    expect((await accounts().api.signUpEmail({ body, asResponse: true })).status).toBe(400);
  });

  it("have sessions that end when idle, when old, when ended and when the account closes", async () => {
    const { token } = await accounts().api.signInEmail({
      body: { email: "two@example.org", password: PASSWORD },
    });
    const two = (await listAccounts(store(), admin)).accounts.find(
      ({ email }) => email === "two@example.org",
    )!;
    const actor = { id: two.id, role: two.role };
    expect(await touchSession(store(), token)).toBe(true);
    const before = await listSessions(store(), actor);
    expect(before).toHaveLength(2);
    const mine = before.find(({ usedAt }) => usedAt > 0)!;
    await endSession(store(), { id: mine.id, others: true }, actor);
    expect(await listSessions(store(), actor)).toHaveLength(1);
    await endSession(store(), { id: mine.id }, { id: admin.id, role: "admin" });
    expect(await listSessions(store(), actor)).toHaveLength(1);
    for (const later of [IDLE_LIMIT, ABSOLUTE_LIMIT]) {
      const fresh = await accounts().api.signInEmail({
        body: { email: "two@example.org", password: PASSWORD },
      });
      expect(await touchSession(store(), fresh.token, at(later - 60_000))).toBe(
        later === IDLE_LIMIT,
      );
      expect(await touchSession(store(), fresh.token, at(later + IDLE_LIMIT))).toBe(false);
      expect(await touchSession(store(), fresh.token)).toBe(false);
    }
    const open = await accounts().api.signInEmail({
      body: { email: "two@example.org", password: PASSWORD },
    });
    await changeAccount(store(), { id: two.id, do: "close_account", reason: "left" }, admin);
    expect(await touchSession(store(), open.token)).toBe(false);
    expect((await signIn("two@example.org")).status).toBe(403);
    await changeAccount(store(), { id: two.id, do: "reopen_account", reason: "" }, admin);
    expect((await signIn("two@example.org")).status).toBe(200);
  });

  it("are asked for the password again ten minutes after they gave it, in each session", async () => {
    const begin = () =>
      accounts().api.signInEmail({ body: { email: "first@example.org", password: PASSWORD } });
    await begin();
    await begin();
    const [one, other] = await listSessions(store(), admin);
    const isConfirmed = (id: string, later: number) => isSessionConfirmed(store(), id, at(later));
    expect(await isConfirmed(one!.id, CONFIRMATION_LIFE - 60_000)).toBe(true);
    expect(await isConfirmed(one!.id, CONFIRMATION_LIFE)).toBe(false);
    await confirmSession(store(), one!.id, at(CONFIRMATION_LIFE));
    expect(await isConfirmed(one!.id, CONFIRMATION_LIFE)).toBe(true);
    expect(await isConfirmed(other!.id, CONFIRMATION_LIFE)).toBe(false);
    expect(await isConfirmed(one!.id, 2 * CONFIRMATION_LIFE)).toBe(false);
    expect(await isConfirmed("guessed", 0)).toBe(false);
  });

  it("never lose the last admin", async () => {
    for (const change of [{ do: "close_account" }, { do: "change_role", role: "viewer" }] as const)
      await expect(
        changeAccount(store(), { id: admin.id, reason: "", ...change }, admin),
      ).rejects.toThrow("account.last_admin");
    const { token } = await invite(store(), { email: "ada@example.org", role: "admin" }, admin);
    const second = await join(token);
    await changeAccount(store(), { id: second.id, do: "close_account", reason: "" }, admin);
    await expect(
      changeAccount(store(), { id: admin.id, do: "close_account", reason: "" }, admin),
    ).rejects.toThrow("account.last_admin");
    await expect(
      changeAccount(store(), { id: "nobody", reason: "", do: "close_account" }, admin),
    ).rejects.toThrow("account.not_found");
  });

  it("make somebody wait who guesses, for the account and from the address, and forget on success", async () => {
    const attempt = { account: "two@example.org", address: "203.0.113.7" };
    for (let tries = 0; tries < 5; tries++) await countAttempt(store(), attempt);
    await expect(countAttempt(store(), attempt)).rejects.toThrow("account.wait");
    await expect(countAttempt(store(), { ...attempt, address: "203.0.113.8" })).rejects.toThrow(
      "account.wait",
    );
    await countAttempt(store(), attempt, at(31_000));
    await forgetFailures(store(), attempt);
    await countAttempt(store(), attempt, at(31_000));
    for (let tries = 0; tries < 20; tries++)
      await countAttempt(store(), { account: `a${tries}@example.org`, address: "198.51.100.1" });
    await expect(
      countAttempt(store(), { account: "fresh@example.org", address: "198.51.100.1" }),
    ).rejects.toThrow("account.wait");
  });

  it("give no more attempts to whoever sends many at once", async () => {
    const attempt = { account: "burst@example.org", address: "203.0.113.50" };
    const tries = Array.from({ length: 12 }, () => countAttempt(store(), attempt));
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  it("leave every change in the log", async () => {
    expect((await checkLog(store(), admin)).faults).toEqual([]);
  });
});
