import { expect, it } from "vitest";
import { onBothEngines } from "../db/testing";
import { addColleague } from "../db/testing-colleagues";
import { Misunderstood } from "./outcome";
import { resetAccount } from "./reset-account";

onBothEngines("account reset", (store, url) => {
  it("takes the second factor from the account with an address, and logs why", async () => {
    await addColleague(store(), { id: "ada", name: "Ada", role: "viewer" });
    const { account, revision, secondFactor } = store().t;
    await store().tx(async (db) => {
      await db
        .insert(secondFactor)
        .values({ id: "f", userId: "ada", secret: "s", backupCodes: "" });
      await db.update(account).set({ twoFactorEnabled: true });
    });
    expect(await resetAccount(url(), { email: "Ada@ledger.example" })).toBe(
      "The second factor of Ada@ledger.example is off, and all its sessions and tokens are ended.",
    );
    expect(await store().read.select().from(secondFactor)).toEqual([]);
    expect(await store().read.select().from(account)).toMatchObject([{ twoFactorEnabled: false }]);
    expect(await store().read.select().from(revision)).toMatchObject([
      {
        action: "reset_second_factor",
        entityId: "ada",
        actor: "command line",
        origin: "ledger account reset",
        reason: "second factor lost",
      },
    ]);
  });

  it("needs an address that an account has", async () => {
    await expect(resetAccount(url(), { email: "nobody@example.org" })).rejects.toThrow(
      "there is no account with the address nobody@example.org",
    );
    for (const email of [undefined, " "])
      await expect(resetAccount(url(), { email })).rejects.toThrow(Misunderstood);
  });
});
