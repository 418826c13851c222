import { beforeAll, expect, it } from "vitest";
import { LOG_TABLE } from "../../domain/log-table";
import { emptyTableRequest } from "../../domain/table-params";
import { checkLog } from "../queries/check-log";
import { listLog } from "../queries/list-log";
import { listViews } from "../queries/list-views";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { changeView } from "./change-view";
import { deleteView } from "./delete-view";
import { saveView } from "./save-view";

const admin = { id: "admin", role: "admin" } as const;
const viewer = { id: "viewer", role: "viewer" } as const;

onBothEngines("a saved view", (store) => {
  const save = (name: string, query = "", actor: typeof admin | typeof viewer = viewer) =>
    saveView(store(), { name, query }, actor);

  beforeAll(async () => {
    await addColleague(store(), { ...admin, name: "Ada" });
    await addColleague(store(), { ...viewer, name: "Vic" });
  });

  it("keeps filter, order and columns of a list in one written form, and no page", async () => {
    const query = "columns=title,people&page=3&size=100&province=cn-yn&sort=-people&from=2014";
    await save("  Yunnan\n 2014 ", query);
    expect(await listViews(store(), viewer)).toEqual([
      {
        id: expect.any(String),
        name: "Yunnan 2014",
        query: "province=CN-YN&from=2014-01-01&sort=-people&columns=title%2Cpeople",
        feed: null,
      },
    ]);
  });

  it("is its owner's alone: nobody else lists, changes or deletes it", async () => {
    const { id } = await save("Mine");
    expect(await listViews(store(), admin)).toEqual([]);
    await expect(changeView(store(), { id, name: "Yours" }, admin)).rejects.toThrow(
      "view.not_found",
    );
    await expect(deleteView(store(), { id }, admin)).rejects.toThrow("view.not_found");
    expect((await listViews(store(), viewer)).map(({ name }) => name)).toContain("Mine");
  });

  it("has a name of its own, of one to eighty characters; others may use the same", async () => {
    await save("Twice");
    await save("Twice", "", admin);
    await expect(save("Twice ")).rejects.toMatchObject({
      issues: [{ path: "name", code: "view.name_taken", values: { value: "Twice" } }],
    });
    await expect(save(" ")).rejects.toMatchObject({
      issues: [{ path: "name", code: "text.required" }],
    });
    await expect(save("x".repeat(81))).rejects.toMatchObject({
      issues: [{ path: "name", code: "text.too_long" }],
    });
    await save("x".repeat(80));
  });

  it("is not kept of an address with a mistake, which would find nothing", async () => {
    await expect(save("Wrong", "type=arest&colour=red")).rejects.toMatchObject({
      issues: [{ path: "type" }, { path: "colour" }],
    });
    expect((await listViews(store(), viewer)).map(({ name }) => name)).not.toContain("Wrong");
  });

  it("is renamed and asks for another list, each without the other", async () => {
    const { id } = await save("Before", "q=border");
    const found = async () => (await listViews(store(), viewer)).find((view) => view.id === id);
    await changeView(store(), { id, name: "After" }, viewer);
    expect(await found()).toMatchObject({ name: "After", query: "q=border" });
    await changeView(store(), { id, query: "type=arrest&page=2" }, viewer);
    expect(await found()).toMatchObject({ name: "After", query: "type=arrest" });
    await expect(changeView(store(), { id, name: "Twice" }, viewer)).rejects.toMatchObject({
      issues: [{ code: "view.name_taken" }],
    });
    await expect(changeView(store(), { id, query: "type=x" }, viewer)).rejects.toMatchObject({
      issues: [{ path: "type" }],
    });
    await deleteView(store(), { id }, viewer);
    expect(await found()).toBeUndefined();
    await expect(changeView(store(), { id, name: "Again" }, viewer)).rejects.toThrow(
      "view.not_found",
    );
  });

  it("keeps no likely name in its words; in its name only one that somebody says why to keep", async () => {
    await expect(save("Case", "q=Mr+Jean+Doe")).rejects.toMatchObject({
      issues: [{ path: "query", code: "personal_data.blocked" }],
    });
    const named = { name: "After Mr Jean Doe spoke", query: "" };
    const refused = await saveView(store(), named, viewer).catch((error) => error);
    expect(refused.issues).toMatchObject([{ path: "name", code: "personal_data.undecided" }]);
    const { kind, words } = refused.issues[0].values;
    const keep = [{ kind, words, reason: "A spokesman." }];
    const { id } = await saveView(store(), { ...named, keep }, viewer);
    await changeView(store(), { id, name: "Since Mr Jean Doe spoke" }, viewer);
    await deleteView(store(), { id }, viewer);
    expect(await store().read.select().from(store().t.keptMark)).toEqual([]);
  });

  it("is in the log as something done, without its name and what it looks for", async () => {
    const request = emptyTableRequest(LOG_TABLE);
    const filter = { ...request.filter, entity: ["view"] as never };
    const { rows } = await listLog(store(), admin, {
      ...request,
      filter,
      page: { page: 1, size: 100 },
    });
    const done = new Set(rows.map(({ action }) => action));
    expect(done).toContain("change_view");
    expect(JSON.stringify(rows.filter(({ action }) => action !== "keep_words"))).not.toMatch(
      /Yunnan|Twice|border/,
    );
    expect((await checkLog(store(), admin)).faults).toEqual([]);
  });

  it("is not for visitors, and there are at most a hundred of an account", async () => {
    await expect(
      saveView(store(), { name: "x", query: "" }, { id: "", role: "public" }),
    ).rejects.toThrow("not_allowed");
    const many = { id: "many", role: "viewer" } as const;
    await addColleague(store(), { ...many, name: "Mona" });
    for (let n = 1; n <= 100; n++) await saveView(store(), { name: `View ${n}`, query: "" }, many);
    await expect(saveView(store(), { name: "One more", query: "" }, many)).rejects.toThrow(
      "view.too_many",
    );
    expect(await listViews(store(), many)).toHaveLength(100);
  });
});
