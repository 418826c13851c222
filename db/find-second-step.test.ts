import { expect, it } from "vitest";
import { findSecondStep } from "./find-second-step";
import { onBothEngines } from "./testing";

onBothEngines("the second step of signing in", (store) => {
  it("is known by the secret of the first, and by nothing else", async () => {
    const times = { createdAt: new Date(0), updatedAt: new Date(0), expiresAt: new Date(9e12) };
    const { accountVerification } = store().t;
    await store().tx(async (db) => {
      const row = { id: "1", identifier: "2fa-abc", value: "ada", ...times };
      await db.insert(accountVerification).values(row);
    });
    expect(await findSecondStep(store(), "2fa-abc")).toBe("ada");
    for (const secret of ["", "2fa-ab", "2fa-abc "])
      expect(await findSecondStep(store(), secret)).toBeNull();
  });
});
