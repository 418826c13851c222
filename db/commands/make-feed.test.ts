import { beforeAll, expect, it } from "vitest";
import { systemClock } from "../clock";
import { openFeed } from "../open-feed";
import { checkLog } from "../queries/check-log";
import { listViews } from "../queries/list-views";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { readContents } from "../testing-store-contents";
import { changeAccount } from "./change-account";
import { changeView } from "./change-view";
import { deleteView } from "./delete-view";
import { endFeed } from "./end-feed";
import { makeFeed } from "./make-feed";
import { saveView } from "./save-view";

const admin = { id: "admin", role: "admin" } as const;
const viewer = { id: "viewer", role: "viewer" } as const;
const at = (later: number) => ({ ...systemClock, now: () => Date.now() + later });

onBothEngines("the feed of a view", (store) => {
  let views = 0;
  const open = (token: string, later = 0, needsSecondFactor = false) =>
    openFeed(store(), token, { needsSecondFactor }, at(later));
  const newFeed = async () => {
    const view = { name: `View ${++views}`, query: "type=arrest" };
    const { id } = await saveView(store(), view, viewer);
    return { id, ...(await makeFeed(store(), { id }, viewer)) };
  };
  const feedOf = async (id: string) =>
    (await listViews(store(), viewer)).find((view) => view.id === id)!.feed;

  beforeAll(async () => {
    await addColleague(store(), { ...admin, name: "Ada" });
    await addColleague(store(), { ...viewer, name: "Vic" });
  });

  it("is opened by a secret that is kept as a digest only, and reads what the view asks for now", async () => {
    const { id, token } = await newFeed();
    expect(token).toMatch(/^feed_[\w-]{43}$/);
    const view = { id, name: "View 1", query: "type=arrest" };
    expect(await open(token)).toEqual({ view, accountId: "viewer", role: "viewer" });
    await changeView(store(), { id, query: "type=release" }, viewer);
    expect((await open(token))?.view.query).toBe("type=release");
    for (const wrong of ["", "feed_", id, token.slice(0, -1), `${token} `, token.toLowerCase()])
      expect(await open(wrong), wrong).toBeNull();
    expect(JSON.stringify(await readContents(store()))).not.toContain(token.slice(5));
  });

  it("says when it was used last, to the minute", async () => {
    const { id, token } = await newFeed();
    expect(await feedOf(id)).toMatchObject({ usedAt: null });
    await open(token);
    const used = await feedOf(id);
    await open(token, 30_000);
    expect(await feedOf(id)).toEqual(used);
    await open(token, 90_000);
    expect((await feedOf(id))!.usedAt).toBeGreaterThan(used!.usedAt!);
  });

  it("ends with a new one, when it is ended, and with its view; nobody else can end it", async () => {
    const { id, token } = await newFeed();
    await expect(makeFeed(store(), { id }, admin)).rejects.toThrow("view.not_found");
    await expect(endFeed(store(), { id }, admin)).rejects.toThrow("view.not_found");
    const { token: next } = await makeFeed(store(), { id }, viewer);
    expect([await open(token), (await open(next))?.view.id]).toEqual([null, id]);
    await endFeed(store(), { id }, viewer);
    expect([await open(next), await feedOf(id)]).toEqual([null, null]);
    await endFeed(store(), { id }, viewer);
    const { token: last } = await makeFeed(store(), { id }, viewer);
    await deleteView(store(), { id }, viewer);
    expect(await open(last)).toBeNull();
  });

  it("never exceeds the role its account has now, and is refused while that is closed", async () => {
    const { token } = await newFeed();
    const set = (row: object) => store().tx((db) => db.update(store().t.account).set(row as never));
    await set({ role: "researcher" });
    expect(await open(token)).toMatchObject({ role: "researcher" });
    await set({ role: "viewer", banned: true });
    expect(await open(token)).toBeNull();
    await set({ banned: false });
    expect(await open(token)).toMatchObject({ role: "viewer" });
    expect(await open(token, 0, true)).toBeNull();
  });

  it("ends with its account and with a change of its role, and does not come back", async () => {
    const change = (input: object) =>
      changeAccount(store(), { id: "viewer", reason: "", ...input } as never, admin);
    await store().tx((db) => db.update(store().t.account).set({ role: "admin" }));
    const { token } = await newFeed();
    await change({ do: "close_account" });
    expect(await open(token)).toBeNull();
    await change({ do: "reopen_account" });
    expect(await open(token)).toBeNull();
    const { token: next } = await newFeed();
    await change({ do: "change_role", role: "researcher" });
    expect(await open(next)).toBeNull();
    expect((await checkLog(store(), admin)).faults).toEqual([]);
  });
});
