import { beforeAll, expect, it } from "vitest";
import { LOG_TABLE } from "../../domain/log-table";
import { emptyTableRequest } from "../../domain/table-params";
import { systemClock } from "../clock";
import { openToken } from "../open-token";
import { checkLog } from "../queries/check-log";
import { listLog } from "../queries/list-log";
import { listTokens } from "../queries/list-tokens";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { changeAccount } from "./change-account";
import { createToken } from "./create-token";
import { revokeToken } from "./revoke-token";

const DAY = 86_400_000;
const admin = { id: "admin", role: "admin" } as const;
const viewer = { id: "viewer", role: "viewer" } as const;
const at = (later: number) => ({ ...systemClock, now: () => Date.now() + later });
const asked = { name: "Weekly sheet", scope: "read", days: "30" };

onBothEngines("a token", (store) => {
  const open = (token: string, later = 0, needsSecondFactor = false) =>
    openToken(store(), token, { needsSecondFactor }, at(later));

  beforeAll(async () => {
    await addColleague(store(), { ...admin, name: "Ada" });
    await addColleague(store(), { ...viewer, name: "Vic" });
  });

  it("reads as its owner until it ends, and is kept as a digest only", async () => {
    const { token } = await createToken(store(), asked, viewer);
    expect(token).toMatch(/^ledger_[\w-]{43}$/);
    expect(await open(token)).toEqual({ accountId: "viewer", role: "viewer", scopes: ["read"] });
    expect(await open(token, 30 * DAY - 60_000)).not.toBeNull();
    expect(await open(token, 30 * DAY)).toBeNull();
    for (const wrong of ["", "ledger_", token.slice(0, -1), `${token} `, token.toUpperCase()])
      expect(await open(wrong), wrong).toBeNull();
    const [row] = await store().read.select().from(store().t.apiToken);
    expect(JSON.stringify(row)).not.toContain(token.slice(7));
  });

  it("is listed to its owner alone, with its last use to the minute", async () => {
    const { token } = await createToken(store(), { ...asked, name: "Map", scope: "export" }, admin);
    expect(await listTokens(store(), admin)).toMatchObject([
      { name: "Map", scopes: ["read", "export"], usedAt: null },
    ]);
    await open(token);
    const [used] = await listTokens(store(), admin);
    await open(token, 30_000);
    expect(await listTokens(store(), admin)).toEqual([used]);
    await open(token, 90_000);
    expect((await listTokens(store(), admin))[0]!.usedAt).toBeGreaterThan(used!.usedAt!);
    expect(await listTokens(store(), admin, at(30 * DAY))).toEqual([]);
    expect((await listTokens(store(), viewer)).map(({ name }) => name)).toEqual(["Weekly sheet"]);
  });

  it("ends at once where its owner revokes it, and nobody else can", async () => {
    const { token } = await createToken(store(), { ...asked, name: "Lost" }, viewer);
    const { id } = (await listTokens(store(), viewer)).find(({ name }) => name === "Lost")!;
    await expect(revokeToken(store(), { id }, admin)).rejects.toThrow("token.not_found");
    expect(await open(token)).not.toBeNull();
    await revokeToken(store(), { id }, viewer);
    expect(await open(token)).toBeNull();
    await expect(revokeToken(store(), { id }, viewer)).rejects.toThrow("token.not_found");
  });

  it("opens nothing without a second factor where that is compulsory", async () => {
    const { token } = await createToken(store(), asked, viewer);
    expect(await open(token, 0, true)).toBeNull();
    const { account } = store().t;
    await store().tx((db) => db.update(account).set({ twoFactorEnabled: true }));
    expect(await open(token, 0, true)).not.toBeNull();
  });

  it("ends with its account and with a change of its role, and does not come back", async () => {
    const change = (input: object) =>
      changeAccount(store(), { id: "viewer", reason: "", ...input } as never, admin);
    const { token } = await createToken(store(), asked, viewer);
    await change({ do: "close_account" });
    expect(await open(token)).toBeNull();
    await change({ do: "reopen_account" });
    expect(await open(token)).toBeNull();
    const { token: next } = await createToken(store(), asked, viewer);
    await change({ do: "change_role", role: "researcher" });
    expect(await open(next)).toBeNull();
  });

  it("never exceeds the role its account has now, and is refused while that is closed", async () => {
    const { token } = await createToken(store(), asked, viewer);
    const set = (row: object) => store().tx((db) => db.update(store().t.account).set(row as never));
    await set({ role: "researcher" });
    expect(await open(token)).toMatchObject({ role: "researcher" });
    await set({ role: "viewer", banned: true });
    expect(await open(token)).toBeNull();
    await set({ banned: false });
    expect(await open(token)).toMatchObject({ role: "viewer" });
  });

  it("is not made for a visitor, by halves, or more than twenty times", async () => {
    await expect(createToken(store(), asked, { id: "", role: "public" })).rejects.toThrow(
      "not_allowed",
    );
    await expect(
      createToken(store(), { name: "", scope: "write", days: "400" }, viewer),
    ).rejects.toMatchObject({ issues: [{ path: "name" }, { path: "scope" }, { path: "days" }] });
    const other = { id: "other", role: "viewer" } as const;
    await addColleague(store(), { ...other, name: "Otto" });
    for (let made = 0; made < 20; made++) await createToken(store(), asked, other);
    await expect(createToken(store(), asked, other)).rejects.toThrow("token.too_many");
  });

  it("leaves its making and its end in the log, without its name", async () => {
    const request = emptyTableRequest(LOG_TABLE);
    const filter = { ...request.filter, action: ["create_token", "revoke_token"] as never };
    const { rows } = await listLog(store(), admin, { ...request, filter });
    expect(rows.map(({ action }) => action)).toContain("revoke_token");
    expect(JSON.stringify(rows)).not.toContain("Weekly");
    expect((await checkLog(store(), admin)).faults).toEqual([]);
  });
});
