import { asc, eq, gt, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import { aDocument } from "../../domain/testing-documents";
import { chainHash, HEAD_KEY, sha256, writeHead } from "../append-revision";
import { addSource } from "../commands/add-source";
import { logIncident } from "../commands/log-incident";
import { purgeRevisions } from "../commands/purge-revisions";
import { retractIncident } from "../commands/retract-incident";
import { reviseIncident } from "../commands/revise-incident";
import type { Db, Store } from "../store";
import { onBothEngines } from "../testing";
import { faultsAfter } from "../testing-log";
import { aWrittenSource } from "../testing-tables";
import { checkLog } from "./check-log";

const admin: Actor = { id: "admin", role: "admin", from: "a test" };

onBothEngines("checking the log", (store) => {
  const check = (expected?: string) => checkLog(store(), admin, { expected });
  const log = () => store().t.revision;
  /** "code value value" of each fault. */
  const after = async (tamper: (db: Db) => Promise<unknown>, expected?: string) => {
    const faults = await faultsAfter(store(), tamper, { expected });
    return faults.map(({ code, values }) => [code, ...Object.values(values)].join(" "));
  };
  const set = (seq: number, columns: object) => (db: Db) =>
    db.update(log()).set(columns).where(eq(log().seq, seq));
  const remove = (seq: number) => (db: Db) => db.delete(log()).where(eq(log().seq, seq));
  let incident = "";

  it("finds nothing wrong with an empty log", async () => {
    expect(await check()).toEqual({ entries: 0, head: null, tombstones: [], faults: [] });
  });

  it("finds nothing wrong with a log that only the program wrote, and names its head", async () => {
    const { ref } = await logIncident(store(), { document: aDocument() }, admin);
    incident = ref;
    for (const version of [1, 2])
      await reviseIncident(
        store(),
        { ref, version, document: aDocument({ title: `Title ${version}` }), reason: "better" },
        { ...admin, from: version === 1 ? undefined : "/edit" },
      );
    await addSource(store(), { source: aWrittenSource({ title: "Report" }) }, admin);
    await retractIncident(store(), { ref, version: 3, reason: "untrue" }, admin);
    const [last] = await store().read.select().from(log()).where(eq(log().seq, 5));
    expect(await check()).toEqual({
      entries: 5,
      head: { seq: 5, hash: last?.hash },
      tombstones: [],
      faults: [],
    });
  });

  it.each([
    ["at", { at: 1 }],
    ["actor", { actor: "somebody else" }],
    ["action", { action: "log" }],
    ["entity", { entity: "source" }],
    ["entityId", { entityId: "another" }],
    ["version", { version: null }],
    ["reason", { reason: "a forged reason" }],
    ["origin", { origin: "" }],
    ["payloadDigest", { payloadDigest: sha256("forged") }],
    ["previousHash", { previousHash: sha256("forged") }],
    ["hash", { hash: sha256("forged") }],
  ])("finds an entry whose %s was altered", async (_column, columns) => {
    expect(await after(set(3, columns))).toContain("entry_altered 3");
  });

  it("finds an origin that was given to an entry without one", async () => {
    expect(await after(set(2, { origin: "/elsewhere" }))).toEqual(["entry_altered 2"]);
  });

  it("finds content that was forged, given another salt, or emptied without a purge", async () => {
    expect(await after(set(3, { payload: '{"before":null,"after":null}' }))).toEqual([
      "content_altered 3",
    ]);
    expect(await after(set(3, { salt: "00" }))).toEqual(["content_altered 3"]);
    expect(await after(set(3, { payload: null, salt: "" }))).toEqual(["emptied_without_purge 3"]);
  });

  it("finds an entry forged hash and all, by the one after it", async () => {
    const forge = async (db: Db) => {
      const [row] = await db.select().from(log()).where(eq(log().seq, 3));
      const forged = { ...row!, reason: "a forged reason" };
      await set(3, { ...forged, hash: chainHash(forged) })(db);
    };
    expect(await after(forge)).toEqual(["entry_out_of_chain 4"]);
  });

  it("finds entries removed at the beginning, in the middle and at the end", async () => {
    expect(await after(remove(1))).toEqual(["entries_missing 1 1"]);
    expect(await after(remove(3))).toEqual(["entries_missing 3 3"]);
    expect(await after((db) => db.delete(log()).where(sql`${log().seq} in (2, 3)`))).toEqual([
      "entries_missing 2 3",
    ]);
    expect(await after(remove(5))).toEqual([
      "head_differs 5 4",
      `version_not_logged ${incident} 4 3`,
    ]);
  });

  it("finds a log that was emptied", async () => {
    const faults = await after((db) => db.delete(log()));
    expect(faults).toContain("head_differs 5 0");
    expect(faults).toContain(`version_not_logged ${incident} 4 0`);
    expect(faults).toHaveLength(3);
  });

  it("finds two entries that changed places", async () => {
    const swap = async (db: Db) => {
      for (const [from, to] of [
        [2, 99],
        [3, 2],
        [99, 3],
      ] as const)
        await set(from, { seq: to })(db);
    };
    expect(await after(swap)).toEqual([
      "entry_altered 2",
      "entry_altered 3",
      "entry_out_of_chain 4",
    ]);
  });

  it("finds an entry slipped in before the first, and one put behind the last", async () => {
    const slip = (seq: number, previousHash: string) => async (db: Db) => {
      const [row] = await db.select().from(log()).where(eq(log().seq, 1));
      const forged = { ...row!, seq, previousHash };
      await db.insert(log()).values({ ...forged, hash: chainHash(forged) });
    };
    expect(await after(slip(0, ""))).toEqual(["entry_out_of_chain 1"]);
    const { head } = await check();
    expect(await after(slip(6, head!.hash))).toEqual(["head_differs 5 6"]);
  });

  it("finds a tail cut off with the kept head, by what the incidents know", async () => {
    const cut = async (db: Db) => {
      await db.delete(log()).where(gt(log().seq, 4));
      await keepHead(db);
    };
    expect(await after(cut)).toEqual([`version_not_logged ${incident} 4 3`]);
  });

  it("finds a head that is gone", async () => {
    const { ledgerState } = store().t;
    expect(
      await after((db) => db.delete(ledgerState).where(eq(ledgerState.key, HEAD_KEY))),
    ).toEqual(["head_missing"]);
  });

  it("finds a log written anew from end to end only by a head kept elsewhere", async () => {
    const { head } = await check();
    expect((await check(head!.hash)).faults).toEqual([]);
    const rewrite = async (db: Db) => {
      await set(2, { reason: "a forged reason" })(db);
      let previousHash = "";
      for (const row of await db.select().from(log()).orderBy(asc(log().seq))) {
        const hash = chainHash({ ...row, previousHash });
        await set(row.seq, { previousHash, hash })(db);
        previousHash = hash;
      }
      await keepHead(db);
    };
    expect(await after(rewrite)).toEqual([]);
    expect(await after(rewrite, head!.hash)).toEqual([`head_not_found ${head!.hash}`]);
  });

  it("still knows an earlier head after more was written, and lists what was purged", async () => {
    const { head } = await check();
    await purgeRevisions(store(), { entries: [2], reason: "a name" }, admin);
    const checked = await check(head!.hash);
    expect(checked).toMatchObject({
      entries: 6,
      tombstones: [{ seq: 2, purge: 6, actor: "admin", reason: "a name" }],
      faults: [],
    });
  });

  it("finds a purge that was undone", async () => {
    expect(await after(set(2, { payload: "{}", salt: "00" }))).toEqual([
      "content_altered 2",
      "purge_undone 2 6",
    ]);
  });

  it("reads a log of more than one batch", async () => {
    const before = (await check()).entries;
    await store().tx(async (db) => {
      const inside: Store = { ...store(), tx: (work) => work(db) };
      for (let n = 0; n < 205; n++)
        await addSource(inside, { source: aWrittenSource({ title: `Report ${n}` }) }, admin);
    });
    expect(await check()).toMatchObject({ entries: before + 205, faults: [] });
    expect(await after(set(200, { actor: "x" }))).toEqual(["entry_altered 200"]);
    expect(await after(remove(201))).toContain("entries_missing 201 201");
  });

  it("is refused to whoever is no admin", async () => {
    await expect(checkLog(store(), { id: "r", role: "reviewer" })).rejects.toThrow("not_allowed");
  });

  async function keepHead(db: Db): Promise<void> {
    const [last] = await db.select().from(log()).orderBy(sql`${log().seq} desc`).limit(1);
    const { ledgerState } = store().t;
    await db
      .update(ledgerState)
      .set({ value: writeHead(last!) })
      .where(eq(ledgerState.key, HEAD_KEY));
  }
});
