import { expect, it } from "vitest";
import { ACCESS_TABLE } from "../../domain/access-table";
import { parseTableRequest } from "../../domain/table-params";
import { systemClock } from "../clock";
import { listAccess } from "../queries/list-access";
import { onBothEngines } from "../testing";
import { acceptInvitation } from "./accept-invitation";
import { inviteFirstAdmin } from "./invite";
import { recordSignIn } from "./record-sign-in";

onBothEngines("who came in", (store) => {
  it("is kept with whose account it was, and nothing that was typed", async () => {
    const { token } = (await inviteFirstAdmin(store()))!;
    const password = "four unrelated words here";
    const { id } = await acceptInvitation(store(), {
      token,
      name: "Ada",
      email: "ada@example.org",
      password,
      again: password,
    });
    const [address, start] = ["192.0.2.7", Date.now()];
    const keep = (
      action: "sign_in" | "sign_in_failed",
      whose: { id: string } | { email: string },
      at: number,
    ) =>
      recordSignIn(store(), { action, whose, address }, { ...systemClock, now: () => start + at });
    await keep("sign_in", { id }, 1);
    await keep("sign_in_failed", { email: " Ada@Example.org" }, 2);
    await keep("sign_in_failed", { email: "my password is hunter2" }, 3);
    const { request } = parseTableRequest(ACCESS_TABLE, new URLSearchParams("sort=at"));
    const { rows } = await listAccess(store(), { id, role: "admin" }, request);
    const account = { entity: "account", detail: "", address };
    expect(rows).toEqual([
      { ...account, at: start + 1, action: "sign_in", actor: id, entityId: id },
      { ...account, at: start + 2, action: "sign_in_failed", actor: "", entityId: id },
      { ...account, at: start + 3, action: "sign_in_failed", actor: "", entityId: "" },
    ]);
  });
});
