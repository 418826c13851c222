import { beforeAll, expect, it } from "vitest";
import { LOG_TABLE } from "../../domain/log-table";
import { emptyTableRequest } from "../../domain/table-params";
import { openToken } from "../open-token";
import { listLog } from "../queries/list-log";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { touchSession } from "../touch-session";
import { acceptInvitation } from "./accept-invitation";
import { changeAccount } from "./change-account";
import { createToken } from "./create-token";
import { invite } from "./invite";

const admin = { id: "admin", role: "admin" } as const;

onBothEngines("a second factor that is taken away", (store) => {
  const people = ["lost", "other"] as const;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    await addColleague(store(), { ...admin, name: "Ada" });
    const { account, accountSession, secondFactor } = store().t;
    const now = new Date();
    for (const id of people) {
      await addColleague(store(), { id, name: id, role: "viewer" });
      const asked = { name: "Weekly sheet", scope: "read", days: "30" };
      tokens[id] = (await createToken(store(), asked, { id, role: "viewer" })).token;
      const session = { id, userId: id, token: `session of ${id}`, expiresAt: now };
      await store().tx(async (db) => {
        await db.insert(accountSession).values({ ...session, createdAt: now, updatedAt: now });
        await db.insert(secondFactor).values({ id, userId: id, secret: "s", backupCodes: "c" });
        await db.update(account).set({ twoFactorEnabled: true });
      });
    }
    const change = { do: "reset_second_factor", reason: "The telephone is lost." } as const;
    await changeAccount(store(), { id: "lost", ...change }, admin);
  });

  it("is gone, and the account does not ask for one", async () => {
    const { account, secondFactor } = store().t;
    const factors = await store().read.select().from(secondFactor);
    expect(factors.map(({ userId }) => userId)).toEqual(["other"]);
    const accounts = await store().read.select().from(account);
    expect(
      Object.fromEntries(accounts.map(({ id, twoFactorEnabled }) => [id, twoFactorEnabled])),
    ).toMatchObject({ lost: false, other: true });
  });

  it("ends the sessions and tokens of the account, and nobody else's", async () => {
    expect(await touchSession(store(), "session of lost")).toBe(false);
    expect(await touchSession(store(), "session of other")).toBe(true);
    const open = (id: string) => openToken(store(), tokens[id]!, { needsSecondFactor: false });
    expect(await open("lost")).toBeNull();
    expect(await open("other")).not.toBeNull();
  });

  it("is in the log, with who did it and why", async () => {
    const { rows } = await listLog(store(), admin, emptyTableRequest(LOG_TABLE));
    expect(rows.find(({ action }) => action === "reset_second_factor")).toMatchObject({
      entity: "account",
      reason: "The telephone is lost.",
    });
  });
});

onBothEngines("an admin who is shown out", (store) => {
  it("leaves no invitation behind, and others keep theirs", async () => {
    await addColleague(store(), { ...admin, name: "Ada" });
    await addColleague(store(), { id: "going", name: "Gus", role: "admin" });
    const by = async (id: string, email: string) =>
      (await invite(store(), { email, role: "admin" }, { id, role: "admin" })).token;
    const left = await by("going", "back-door@example.org");
    const kept = await by("admin", "colleague@example.org");
    await changeAccount(store(), { id: "going", do: "close_account", reason: "" }, admin);
    const password = "four unrelated words here";
    const join = (token: string) =>
      acceptInvitation(store(), { token, name: "Joe", email: "", password, again: password });
    await expect(join(left)).rejects.toThrow("account.invitation_over");
    expect((await join(kept)).email).toBe("colleague@example.org");
  });
});
