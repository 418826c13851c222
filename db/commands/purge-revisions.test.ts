import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import type { DomainError, InvalidInput } from "../../domain/errors";
import { aClaim, aDocument } from "../../domain/testing-documents";
import { openStore } from "../client";
import { publicUrlOf } from "../public-store";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { getPublication } from "../queries/get-publication";
import { getReview } from "../queries/get-review";
import { listRevisions } from "../queries/list-revisions";
import type { Store } from "../store";
import { onBothEngines } from "../testing";
import { publish, verify } from "../testing-publication";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { disputeIncident } from "./dispute-incident";
import { logIncident } from "./log-incident";
import { erasePurged, markPublic, publishPending, type Stores } from "./publish-pending";
import { purgeRevisions } from "./purge-revisions";
import { reviseIncident } from "./revise-incident";
import { reviseSource } from "./revise-source";

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

onBothEngines("purging entries of a verified incident", (store) => {
  it("drops all verified versions but the last, and only of that incident", async () => {
    const source = await addSource(store(), { source: aWrittenSource() }, admin);
    const claims = [aClaim("c", source.id, { statement: "Two were held." })];
    const twice = async (title: string) => {
      const { ref } = await logIncident(store(), { document: aDocument({ title, claims }) }, admin);
      await verify(store(), ref);
      await publish(store(), ref);
      const { version, document } = (await getIncident(store(), admin, ref))!;
      const changed = { ...document, title: `${title} again` };
      await reviseIncident(store(), { ref, version, document: changed, reason: "" }, admin);
      await verify(store(), ref);
      return ref;
    };
    const [one, other] = [await twice("One"), await twice("Another")];
    const verified = async (ref: string) =>
      (await getReview(store(), admin, ref))!.verified.map(({ number }) => number);
    const [first] = await listRevisions(store(), admin, { ref: one }).then((all) => all.reverse());
    const input = { entries: [first!.seq], reason: "A name." };
    expect(await purgeRevisions(store(), input, admin)).toEqual({
      dropped: [{ ref: one, numbers: [1], isTakenOff: true }],
    });
    expect([await verified(one), await verified(other)]).toEqual([[2], [2, 1]]);
    expect(await getPublication(store(), admin, one)).toMatchObject({
      now: { state: "withdrawn", isPending: true },
    });

    const { revision } = store().t;
    const ofSource = and(eq(revision.entity, "source"), eq(revision.entityId, source.id));
    const [added] = await store().read.select().from(revision).where(ofSource);
    expect(
      await purgeRevisions(store(), { entries: [added!.seq], reason: "A name." }, admin),
    ).toEqual({ dropped: [{ ref: other, numbers: [1], isTakenOff: true }] });
  });
});

describe("the files of a purged ledger", () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-purge-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** The files of a ledger that hold the words; the journal counts as the file it belongs to. */
  const filesWith = (words: string, name: string) => {
    const found = readdirSync(folder)
      .filter((file) => file.startsWith(`${name}.`))
      .filter((file) => readFileSync(join(folder, file)).includes(words));
    return [...new Set(found.map((file) => file.replace(/-wal$/, "")))].sort();
  };
  const open = async (name: string): Promise<Stores> => {
    const url = `file:${join(folder, `${name}.db`)}`;
    const internal = await openStore(url);
    const pub = await openStore(publicUrlOf(url), { profile: "public" });
    for (const store of [internal, pub]) await store.migrate();
    await markPublic(pub);
    return { internal, public: pub };
  };
  const close = async (stores: Stores) => {
    await stores.internal.close();
    await stores.public.close();
  };
  const isShown = async (stores: Stores, ref: string) =>
    (await getIncident(stores.public, { id: "", role: "public" }, ref)) !== null;
  /** The entries of the log whose content holds the words. */
  const entriesWith = async ({ internal }: Stores, words: string) => {
    const rows = await internal.read.select().from(internal.t.revision);
    return rows.filter(({ payload }) => payload?.includes(words)).map(({ seq }) => seq);
  };
  const purge = (stores: Stores, entries: number[]) =>
    purgeRevisions(stores.internal, { entries, reason: "A name." }, admin);

  it("hold no byte of the text any more, journal included, while they are still open", async () => {
    const stores = await open("ledger");
    await logLeak(stores.internal);
    expect(filesWith("Canary-Pelican", "ledger")).not.toEqual([]);
    expect(await purge(stores, [1, 2])).toEqual({ dropped: [] });
    expect(await erasePurged(stores)).toBe(true);
    expect(filesWith("Canary-Pelican", "ledger")).toEqual([]);
    expect((await checkLog(stores.internal, admin)).faults).toEqual([]);
    await close(stores);
    expect(filesWith("Canary-Pelican", "ledger")).toEqual([]);
  });

  it("are said to hold it still while somebody reads from before the purge", async () => {
    const stores = await open("read");
    await logLeak(stores.internal);
    const snapshot = await stores.internal.openSnapshot();
    await snapshot.db.select().from(stores.internal.t.revision);
    await purge(stores, [1, 2]);
    expect(await erasePurged(stores)).toBe(false);
    await snapshot.close();
    await close(stores);
    expect(filesWith("Canary-Pelican", "read")).toEqual([]);
  });

  it("hold nothing of a verified and published leak, whether it was corrected in public or not", async () => {
    const stores = await open("published");
    const { internal } = stores;
    const source = await addSource(internal, { source: aWrittenSource() }, admin);
    const documentOf = (summary: string) =>
      aDocument({ summary, claims: [aClaim("c", source.id, { statement: "Two were held." })] });
    const leaked = async () => {
      const document = documentOf(`${LEAK}. `.repeat(50));
      const { ref } = await logIncident(internal, { document }, admin);
      await verify(internal, ref);
      await publish(internal, ref);
      const { version } = (await getIncident(internal, admin, ref))!;
      const mended = { ref, version, document: documentOf("[name] held."), reason: "A name." };
      await reviseIncident(internal, mended, admin);
      await verify(internal, ref);
      return ref;
    };
    const [corrected, stale] = [await leaked(), await leaked()];
    await publish(internal, corrected);
    await publishPending(stores);
    expect([await isShown(stores, corrected), await isShown(stores, stale)]).toEqual([true, true]);
    expect(filesWith("Canary-Pelican", "published")).toEqual([
      "published.db",
      "published.public.db",
    ]);

    const { dropped } = await purge(stores, await entriesWith(stores, "Canary-Pelican"));
    expect(dropped).toEqual([
      { ref: corrected, numbers: [1], isTakenOff: false },
      { ref: stale, numbers: [1], isTakenOff: true },
    ]);
    expect(await erasePurged(stores)).toBe(true);
    expect(filesWith("Canary-Pelican", "published")).toEqual([]);
    expect([await isShown(stores, corrected), await isShown(stores, stale)]).toEqual([true, false]);
    expect(await getPublication(internal, admin, stale)).toMatchObject({
      now: { state: "withdrawn", isPending: false },
      preview: { document: { summary: "[name] held." } },
    });
    const { revision } = internal.t;
    const entries = await internal.read.select().from(revision);
    expect(entries.find(({ action }) => action === "unpublish")).toMatchObject({
      reason: "A name.",
      origin: "ledger purge",
    });
    const said = entries.filter(({ action }) => action === "purge").map(({ payload }) => payload);
    expect(said.join()).toContain(JSON.stringify({ ref: stale, numbers: [1] }));
    expect((await checkLog(internal, admin)).faults).toEqual([]);

    // The address of the edition that is gone is never given to another content.
    await publish(internal, stale);
    expect((await getPublication(internal, admin, stale))?.now?.edition).toBe(2);
    await close(stores);
    expect(filesWith("Canary-Pelican", "published")).toEqual([]);
  });

  it("keep the version verified last, with the leak, until it is corrected", async () => {
    const stores = await open("last");
    const { internal } = stores;
    const document = aDocument({ summary: LEAK });
    const { ref } = await logIncident(internal, { document }, admin);
    await verify(internal, ref);
    expect(await purge(stores, [1])).toEqual({ dropped: [] });
    await erasePurged(stores);
    expect(filesWith("Canary-Pelican", "last")).toEqual(["last.db"]);
    const { version } = (await getIncident(internal, admin, ref))!;
    await reviseIncident(internal, { ref, version, document: aDocument(), reason: "" }, admin);
    await verify(internal, ref);
    const { dropped } = await purge(stores, await entriesWith(stores, "Canary-Pelican"));
    expect(dropped).toEqual([{ ref, numbers: [1], isTakenOff: false }]);
    expect(await erasePurged(stores)).toBe(true);
    await close(stores);
    expect(filesWith("Canary-Pelican", "last")).toEqual([]);
  });

  it("hold nothing of a leak in a source that verified versions copied, its origins included", async () => {
    const stores = await open("source");
    const { internal } = stores;
    const leaking = aWrittenSource({ title: "Canary-Heron was held" });
    const origin = await addSource(internal, { source: leaking }, admin);
    const copy = aWrittenSource({ publisher: "Copy", derivedFrom: [origin.id] });
    const cited = await addSource(internal, { source: copy }, admin);
    const claims = [aClaim("c", cited.id, { statement: "Two were held." })];
    const { ref } = await logIncident(internal, { document: aDocument({ claims }) }, admin);
    const other = await logIncident(internal, { document: aDocument({ title: "Other" }) }, admin);
    for (const one of [ref, other.ref]) await verify(internal, one);
    await publish(internal, ref);
    await publishPending(stores);
    const mended = { ...leaking, title: "[name] was held" };
    await reviseSource(
      internal,
      { ref: origin.ref, version: 1, source: mended, reason: "" },
      admin,
    );
    const { version } = (await getIncident(internal, admin, ref))!;
    const step = { ref, version, reason: "A name in a source." };
    await disputeIncident(internal, step, admin);
    await verify(internal, ref);
    expect(filesWith("Canary-Heron", "source")).toEqual(["source.db", "source.public.db"]);
    const { dropped } = await purge(stores, await entriesWith(stores, "Canary-Heron"));
    expect(dropped).toEqual([{ ref, numbers: [1], isTakenOff: true }]);
    expect(await erasePurged(stores)).toBe(true);
    expect(filesWith("Canary-Heron", "source")).toEqual([]);
    await close(stores);
  });
});
