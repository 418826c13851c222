import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inspect } from "node:util";
import Database from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "./client";
import { onBothEngines } from "./testing";

onBothEngines("a store", (store) => {
  const put = (key: string) =>
    store().tx((db) => db.insert(store().t.ledgerState).values({ key, value: "1" }));
  const keys = async () => {
    const { ledgerState } = store().t;
    const rows = await store().read.select().from(ledgerState).orderBy(ledgerState.key);
    return rows.map((row) => row.key);
  };

  it("has nothing left to migrate once it is up to date", async () => {
    expect(await store().migrate()).toBe(0);
  });

  it("writes all or nothing", async () => {
    const failing = store().tx(async (db) => {
      await db.insert(store().t.ledgerState).values({ key: "half", value: "1" });
      throw new Error("power cut");
    });
    await expect(failing).rejects.toThrow("power cut");
    expect(await keys()).not.toContain("half");
    await put("whole");
    expect(await keys()).toContain("whole");
  });

  it("tells of a failed write without what was to be written", async () => {
    await put("there");
    const failing = store().tx((db) =>
      db.insert(store().t.ledgerState).values({ key: "there", value: "Kim Chol-su" }),
    );
    const error = await failing.catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 9 })).not.toContain("Kim Chol-su");
  });

  it("loses no write of many at once", async () => {
    const { ledgerState } = store().t;
    await store().tx((db) => db.insert(ledgerState).values({ key: "counter", value: "0" }));
    const addOne = () =>
      store().tx(async (db) => {
        const [row] = await db.select().from(ledgerState).where(eq(ledgerState.key, "counter"));
        await new Promise((resolve) => setImmediate(resolve));
        await db
          .update(ledgerState)
          .set({ value: String(Number(row?.value) + 1) })
          .where(eq(ledgerState.key, "counter"));
      });
    await Promise.all(Array.from({ length: 40 }, addOne));
    const [row] = await store()
      .read.select()
      .from(ledgerState)
      .where(eq(ledgerState.key, "counter"));
    expect(row?.value).toBe("40");
  });

  it("shows a snapshot one moment, while others write", async () => {
    const { ledgerState } = store().t;
    const count = (db: Pick<ReturnType<typeof store>["read"], "select">) =>
      db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(ledgerState);
    const [before, after] = await store().snapshot(async (db) => {
      const [first] = await count(db);
      await put("meanwhile");
      const [second] = await count(db);
      return [first?.n, second?.n];
    });
    expect(after).toBe(before);
    expect(await keys()).toContain("meanwhile");
  });

  it("cannot be written through a reading connection", async () => {
    const { ledgerState } = store().t;
    const forbidden = store().snapshot(
      async (db) => await db.insert(ledgerState).values({ key: "sly", value: "1" }),
    );
    await expect(forbidden).rejects.toThrow();
    expect(await keys()).not.toContain("sly");
  });

  it("finds words as they are, wildcards included", async () => {
    const { ledgerState } = store().t;
    const values = ["held in tumen", "100% of them", "a_b", "图们 투먼"];
    await store().tx((db) =>
      db.insert(ledgerState).values(values.map((value) => ({ key: `text ${value}`, value }))),
    );
    const found = async (...words: string[]) => {
      const rows = await store()
        .read.select()
        .from(ledgerState)
        .where(
          sql`${ledgerState.key} like 'text %' and ${store().containsAll(ledgerState.value, words)}`,
        )
        .orderBy(ledgerState.key);
      return rows.map((row) => row.value);
    };
    expect(await found("tumen", "held")).toEqual(["held in tumen"]);
    expect(await found("%")).toEqual(["100% of them"]);
    expect(await found("a_b")).toEqual(["a_b"]);
    expect(await found("图们")).toEqual(["图们 투먼"]);
    expect(await found("held", "nowhere")).toEqual([]);
  });

  it("refuses a code that is not in its list, and a row that points nowhere", async () => {
    const { location } = store().t;
    const place = (kind: string, parentId: string | null) =>
      store().tx((db) =>
        db.insert(location).values({
          id: `X-${kind}`,
          kind: kind as "country",
          parentId,
          nameEn: "X",
          countryId: "X",
          origin: "test",
          sortName: "x",
        }),
      );
    await expect(place("galaxy", null)).rejects.toThrow();
    await expect(place("province", "nowhere")).rejects.toThrow();
    await expect(place("province", null)).rejects.toThrow();
  });
});

describe("a SQLite file", () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-client-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is made in a folder that does not exist yet, with strict tables and durable writes", async () => {
    const path = join(folder, "new", "ledger.db");
    const store = await openStore(`file:${path}`);
    expect(await store.migrate()).toBeGreaterThan(0);
    await store.close();
    const file = new Database(path, { readonly: true });
    const tables = file
      .prepare("select name, strict from pragma_table_list where schema = 'main'")
      .all() as {
      name: string;
      strict: number;
    }[];
    const loose = tables.filter(
      ({ name, strict }) => strict === 0 && !/^(sqlite_|__drizzle|incident_search)/.test(name),
    );
    expect(loose).toEqual([]);
    expect(tables.length).toBeGreaterThan(14);
    expect(file.pragma("journal_mode", { simple: true })).toBe("wal");
    file.close();
    expect(readdirSync(join(folder, "new"))).toContain("ledger.db");
  });

  it("is forgotten from its journal as soon as those who read of this process are done", async () => {
    const store = await openStore(`file:${join(folder, "read", "ledger.db")}`);
    await store.migrate();
    const snapshot = await store.openSnapshot();
    await snapshot.db.select().from(store.t.ledgerState);
    await store.tx((db) => db.insert(store.t.ledgerState).values({ key: "later", value: "1" }));
    const forgotten = store.forget();
    await setTimeout(50);
    await snapshot.close();
    expect(await forgotten).toBe(true);
    const another = await store.openSnapshot();
    await another.db.select().from(store.t.ledgerState);
    await store.tx((db) => db.insert(store.t.ledgerState).values({ key: "last", value: "1" }));
    expect(await store.forget()).toBe(false);
    await another.close();
    await store.close();
  });
});

describe("an address", () => {
  it("of another kind is refused without repeating a password", async () => {
    await expect(openStore("mysql://me:secret@host/db")).rejects.toMatchObject({
      code: "database.unknown_scheme",
      values: { value: "mysql://…@host/db" },
    });
  });
});
