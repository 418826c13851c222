import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { DomainError, InvalidInput } from "../../domain/errors";
import { aDocument } from "../../domain/testing-documents";
import { openStore } from "../client";
import { checkLog } from "../queries/check-log";
import { listRevisions } from "../queries/list-revisions";
import type { Store } from "../store";
import { onBothEngines } from "../testing";
import { logIncident } from "./log-incident";
import { purgeRevisions } from "./purge-revisions";
import { reviseIncident } from "./revise-incident";

const admin = { id: "admin", role: "admin", from: "ledger purge" } as const;
/** Nothing that the personal-data guard knows as a name. */
const LEAK = "Canary-Pelican the ferrywoman";

/** A case in which a name was written, and taken out again: it stands in both entries of the log. */
async function logLeak(store: Store): Promise<string> {
  const leaked = aDocument({ title: "Two held", summary: `${LEAK}. `.repeat(500) });
  const { ref } = await logIncident(store, { document: leaked }, admin);
  const document = aDocument({ title: "Two held", summary: "[name] held." });
  await reviseIncident(store, { ref, version: 1, document, reason: "A name." }, admin);
  return ref;
}

onBothEngines("purging entries of the log", (store) => {
  const refused = (entries: number[], reason = "A name.", actor: typeof admin | object = admin) =>
    purgeRevisions(store(), { entries, reason }, actor as typeof admin).then(
      () => null,
      (error: DomainError | InvalidInput) => error,
    );

  it("empties them, says so in the log, and leaves the chain whole", async () => {
    const ref = await logLeak(store());
    await purgeRevisions(store(), { entries: [1, 2], reason: "  A name.  " }, admin);
    const history = await listRevisions(store(), admin, { ref });
    expect(history).toMatchObject([
      { seq: 2, emptied: true, before: null, after: null, reason: "A name." },
      { seq: 1, emptied: true, before: null, after: null },
    ]);
    const entries = await store().read.select().from(store().t.revision);
    expect(JSON.stringify(entries)).not.toContain("Canary");
    expect(entries[3]).toMatchObject({
      action: "purge",
      entity: "entry",
      entityId: "2",
      actor: "admin",
      reason: "A name.",
      origin: "ledger purge",
    });
    const { faults, tombstones } = await checkLog(store(), admin);
    expect(faults).toEqual([]);
    expect(tombstones.map(({ seq, purge }) => [seq, purge])).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("refuses what is not there, what is empty already, and what says that something was emptied", async () => {
    expect(await refused([77])).toMatchObject({ code: "entry.not_found", values: { seq: 77 } });
    for (const seq of [0, -1, 1.5, Number.NaN, 2 ** 40])
      expect(await refused([seq])).toMatchObject({ code: "entry.not_found" });
    expect(await refused([1])).toMatchObject({ code: "entry.already_empty", values: { seq: 1 } });
    expect(await refused([3])).toMatchObject({ code: "entry.is_purge", values: { seq: 3 } });
    const many = Array.from({ length: 1001 }, (_, n) => n + 1);
    expect(await refused(many)).toMatchObject({ code: "entry.too_many" });
  });

  it("empties all that it is asked to or nothing", async () => {
    const ref = await logLeak(store());
    const { entries } = await checkLog(store(), admin);
    expect(await refused([entries, 1])).toMatchObject({ code: "entry.already_empty" });
    expect((await listRevisions(store(), admin, { ref })).some(({ emptied }) => emptied)).toBe(
      false,
    );
  });

  it("needs a reason, and an admin", async () => {
    const { entries } = await checkLog(store(), admin);
    expect(await refused([entries], " ")).toMatchObject({
      issues: [{ path: "reason", code: "text.required" }],
    });
    expect(await refused([entries], "A name.", { id: "r", role: "reviewer" })).toMatchObject({
      code: "not_allowed",
    });
    expect((await checkLog(store(), admin)).entries).toBe(entries);
  });
});

describe("the file of a purged ledger", () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-purge-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const filesWithLeak = () =>
    readdirSync(folder).filter((name) =>
      readFileSync(join(folder, name)).includes("Canary-Pelican"),
    );

  it("holds no byte of the text any more, journal included, while it is still open", async () => {
    const store = await openStore(`file:${join(folder, "ledger.db")}`);
    await store.migrate();
    await logLeak(store);
    expect(filesWithLeak()).not.toEqual([]);
    expect(await purgeRevisions(store, { entries: [1, 2], reason: "A name." }, admin)).toEqual({
      erased: true,
    });
    expect(filesWithLeak()).toEqual([]);
    expect((await checkLog(store, admin)).faults).toEqual([]);
    await store.close();
    expect(filesWithLeak()).toEqual([]);
  });

  it("is said to hold it still while somebody reads from before the purge", async () => {
    const store = await openStore(`file:${join(folder, "read.db")}`);
    await store.migrate();
    await logLeak(store);
    const { db, close } = await store.openSnapshot();
    await db.select().from(store.t.revision);
    expect(await purgeRevisions(store, { entries: [1, 2], reason: "A name." }, admin)).toEqual({
      erased: false,
    });
    await close();
    await store.close();
    expect(filesWithLeak()).toEqual([]);
  }, 20_000);
});
