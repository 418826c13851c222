import { expect, it } from "vitest";
import { spendCode } from "./spend-code";
import { onBothEngines } from "./testing";

onBothEngines("a code of a second factor", (store) => {
  const times = { createdAt: new Date(0), updatedAt: new Date(0) };
  const addAccount = (id: string) =>
    store().tx(async (db) => {
      const { account, accountSession, secondFactor } = store().t;
      const email = `${id}@example.org`;
      await db
        .insert(account)
        .values({ id, name: id, email, emailVerified: true, role: "viewer", ...times });
      await db.insert(secondFactor).values({ id, userId: id, secret: "s", backupCodes: "[]" });
      const session = { id, userId: id, token: `session of ${id}`, expiresAt: new Date(9e12) };
      await db.insert(accountSession).values({ ...session, ...times });
    });
  const tokens = async () => {
    const rows = await store().read.select().from(store().t.accountSession);
    return rows.map(({ token }) => token).sort();
  };

  it("is good once, and the session that was opened with it again ends", async () => {
    for (const id of ["ada", "ben"]) await addAccount(id);
    const spend = (accountId: string, code: string, token: string | null) =>
      spendCode(store(), { accountId, code, token });
    expect(await spend("ada", "123456", null)).toBe(true);
    expect(await spend("ben", "123456", "session of ben")).toBe(true);
    expect(await spend("ada", "123456", "session of ada")).toBe(false);
    expect(await tokens()).toEqual(["session of ben"]);
    expect(await spend("ada", "654321", null)).toBe(true);
    expect(await spend("ada", "123456", null)).toBe(false);
    expect(await spend("nobody", "123456", null)).toBe(false);
  });

  it("lets one in of two who come with it at once", async () => {
    const both = ["one", "two"].map((token) =>
      spendCode(store(), { accountId: "ada", code: "777777", token }),
    );
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
  });

  it("is stored in no form that could be read", async () => {
    const rows = await store().read.select().from(store().t.secondFactor);
    expect(JSON.stringify(rows)).not.toContain("777777");
  });
});
