import { asc, count, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import { openStore } from "../client";
import { markPublic, publishPending } from "../commands/publish-pending";
import { writeMissingEntries } from "../incident-entries";
import { publicUrlOf } from "../public-store";
import { checkDatabase } from "../queries/check-database";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { getPastIncident } from "../queries/get-past-incident";
import { getPublication } from "../queries/get-publication";
import { getReview } from "../queries/get-review";
import { readDocument } from "../read-incident";
import { onBothEngines } from "../testing";
import { readContents, type StoreContents, withoutCounters } from "../testing-store-contents";
import { rewriteHeadline } from "../write-incident";
import { generateIncidents } from "./generate-incidents";
import { publishGenerated } from "./publish-generated";

const admin: Actor = { id: "test", role: "admin" };
const INCIDENTS = 110;

/** Rows in one order; of the gazetteer nothing, which is not generated. */
function inOrder({ location: _places, locationName: _names, ...contents }: StoreContents) {
  return Object.fromEntries(
    Object.entries(contents).map(([name, rows]) => [
      name,
      rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
    ]),
  );
}

let onTheOther: ReturnType<typeof inOrder> | undefined;

onBothEngines(
  "a generated ledger",
  (store, url) => {
    const progress: number[] = [];
    beforeAll(() =>
      generateIncidents(store(), { incidents: INCIDENTS, seed: 11 }, (done) => progress.push(done)),
    );

    it("holds what was asked for", async () => {
      const { incident, source } = store().t;
      const [incidents] = await store().read.select({ n: count() }).from(incident);
      const [sources] = await store().read.select({ n: count() }).from(source);
      expect([incidents!.n, sources!.n]).toEqual([INCIDENTS, INCIDENTS / 5]);
      expect(progress.at(-1)).toBe(INCIDENTS);
    });

    it("is the same on the other engine", async () => {
      const contents = inOrder(await readContents(store()));
      expect(contents).toEqual(onTheOther ?? contents);
      onTheOther = contents;
    });

    it("has a log that is whole and knows every version", async () => {
      const { entries, faults } = await checkLog(store(), admin);
      expect(faults).toEqual([]);
      expect(entries).toBeGreaterThan(INCIDENTS + INCIDENTS / 5);
      expect(await checkDatabase(store(), admin)).toEqual([]);
    });

    it("is stored as if each incident had been written by a person", async () => {
      await writeMissingEntries(store());
      const before = inOrder(withoutCounters(await readContents(store())));
      await store().tx(async (db) => {
        for (const row of await db.select().from(store().t.incident).limit(30)) {
          const { id, ref, version, reviewStatus, retractedReason } = row;
          const { editedBy, editedAt, createdAt, updatedAt } = row;
          const times = { editedBy, editedAt, createdAt, updatedAt };
          const facts = { id, ref, version, reviewStatus, retractedReason, ...times };
          await rewriteHeadline(store(), db, facts, await readDocument(store(), db, row));
        }
      });
      expect(inOrder(withoutCounters(await readContents(store())))).toEqual(before);
    });

    it("shows an incident of every review status, with its review", async () => {
      const { incident } = store().t;
      for (const status of ["draft", "in_review", "verified", "disputed", "retracted"] as const) {
        const [row] = await store()
          .read.select({ ref: incident.ref })
          .from(incident)
          .where(eq(incident.reviewStatus, status))
          .orderBy(asc(incident.ref))
          .limit(1);
        const view = await getIncident(store(), admin, row!.ref);
        expect(view?.reviewStatus).toBe(status);
        expect(await getReview(store(), admin, row!.ref)).toBeTruthy();
        const asked = { ref: row!.ref, moment: { version: 1 } };
        const past = await getPastIncident(store(), admin, asked);
        expect(past?.document).toEqual(view?.document);
        const publication = await getPublication(store(), admin, row!.ref);
        if (status === "verified") expect(publication?.preview).toBeTruthy();
      }
    });

    it("is refused where there is an incident already, and nothing changes", async () => {
      const before = await checkLog(store(), admin);
      const again = generateIncidents(store(), { incidents: 1, seed: 1 });
      await expect(again).rejects.toThrow("it holds incidents already");
      expect((await checkLog(store(), admin)).head).toEqual(before.head);
    });

    it("publishes some of what is verified, as the program does", async () => {
      expect(await publishGenerated(store(), { count: 10, seed: 11 })).toBe(10);
      const open = await openStore(publicUrlOf(url()), { profile: "public" });
      try {
        await open.migrate();
        await markPublic(open);
        expect(await publishPending({ internal: store(), public: open })).toBe(10);
        const [shown] = await open.read.select({ n: count() }).from(open.t.incident);
        expect(shown!.n).toBe(10);
      } finally {
        await open.close();
      }
      expect((await checkLog(store(), admin)).faults).toEqual([]);
    });
  },
  { gazetteer: true },
);
