import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { aDocument } from "../domain/testing-documents";
import { logIncident } from "./commands/log-incident";
import { keptQuery } from "./kept-query";
import { onBothEngines } from "./testing";

const actor = { id: "test", role: "admin" } as const;

onBothEngines("a kept query", (store) => {
  it("is built once for a connection, and sees what its transaction wrote", async () => {
    let built = 0;
    const titles = keptQuery(({ t: { incident } }, db) => {
      built++;
      return db
        .select({ title: incident.title })
        .from(incident)
        .where(eq(incident.ref, sql.placeholder("ref")))
        .prepare();
    });
    const { ref } = await logIncident(
      store(),
      { document: aDocument({ title: "Held at the border" }) },
      actor,
    );
    const { incident } = store().t;
    const read = (db = store().read) => titles(store(), db).execute({ ref });
    for (let times = 0; times < 3; times++)
      expect(await read()).toEqual([{ title: "Held at the border" }]);
    expect(built).toBe(1);
    await store().tx(async (db) => {
      await db.update(incident).set({ title: "Let go" }).where(eq(incident.ref, ref));
      expect(await read(db)).toEqual([{ title: "Let go" }]);
      // Nobody else sees it yet.
      expect(await read()).toEqual([{ title: "Held at the border" }]);
    });
    await store().snapshot(async (db) => expect(await read(db)).toEqual([{ title: "Let go" }]));
    expect(await titles(store(), store().read).execute({ ref: "none" })).toEqual([]);
  });
});
