import { eq, getTableColumns, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { readHead, writeHead } from "./append-revision";
import { addSource } from "./commands/add-source";
import type { Db } from "./store";
import { onBothEngines } from "./testing";
import { runStatement } from "./testing-log";
import { aWrittenSource } from "./testing-tables";

const admin = { id: "admin", role: "admin", from: "/sources/new" } as const;

onBothEngines("the log", (store) => {
  const log = () => store().t.revision;
  const rows = () => store().read.select().from(log()).orderBy(log().seq);
  /** What the database says against a change, all the way down. */
  const refusal = async (change: (db: Db) => Promise<unknown>) => {
    const before = await rows();
    const error = await store()
      .tx(change)
      .then(
        () => null,
        (thrown: Error) => thrown,
      );
    expect(await rows()).toEqual(before);
    return String(error?.cause ?? error?.message ?? null);
  };

  it("keeps with each entry where it came from", async () => {
    for (const from of ["/sources/new", undefined, "ledger seed"])
      await addSource(store(), { source: aWrittenSource() }, { ...admin, from });
    expect((await rows()).map(({ origin }) => origin)).toEqual(["/sources/new", "", "ledger seed"]);
  });

  it("lets no column of an entry be changed, the content neither but by emptying it", async () => {
    const columns = Object.keys(getTableColumns(log()));
    expect(columns).toHaveLength(14);
    const values = { seq: 99, at: 1, version: 9, payload: "{}" } as Record<string, unknown>;
    for (const column of columns) {
      const changed = { [column]: values[column] ?? "forged" };
      for (const emptied of [{}, { payload: null, salt: "" }]) {
        if (column in emptied) continue;
        const change = { ...changed, ...emptied };
        const said = await refusal((db) => db.update(log()).set(change).where(eq(log().seq, 2)));
        expect(said, JSON.stringify(change)).toMatch(/an entry of the log cannot be changed/);
      }
    }
  });

  it("lets content be emptied only together with its salt, and only once", async () => {
    const empty = (columns: object) => (db: Db) =>
      db.update(log()).set(columns).where(eq(log().seq, 2));
    expect(await refusal(empty({ payload: null }))).toMatch(/cannot be changed/);
    expect(await refusal(empty({ payload: null, version: null }))).toMatch(/cannot be changed/);
    await store().tx(empty({ payload: null, salt: "" }));
    expect((await rows())[1]).toMatchObject({ payload: null, salt: "" });
    expect(await refusal(empty({ payload: null, salt: "" }))).toMatch(/cannot be changed/);
    expect(await refusal(empty({ payload: "{}", salt: "00" }))).toMatch(/cannot be changed/);
  });

  it("lets no entry be deleted, replaced or cut off", async () => {
    expect(await refusal((db) => db.delete(log()))).toMatch(/cannot be (changed or )?deleted/);
    const replace =
      store().dialect === "sqlite"
        ? sql`insert or replace into revision select * from revision where seq = 1`
        : sql`insert into revision select * from revision where seq = 1 on conflict (seq) do update set reason = 'forged'`;
    expect(await refusal((db) => runStatement(store(), db, replace))).toMatch(
      /can only be appended|cannot be changed/,
    );
    if (store().dialect === "postgres")
      expect(await refusal((db) => runStatement(store(), db, sql`truncate revision`))).toMatch(
        /cannot be changed or deleted/,
      );
  });
});

it("a head reads as it is written, and nothing else does", () => {
  const head = { seq: 57, hash: "0123456789abcdef".repeat(4) };
  expect(readHead(writeHead(head))).toEqual(head);
  for (const text of [
    "",
    "57",
    `x ${head.hash}`,
    `57 ${head.hash}0`,
    `57 ${head.hash.toUpperCase()}`,
  ])
    expect(readHead(text)).toBe(null);
});
