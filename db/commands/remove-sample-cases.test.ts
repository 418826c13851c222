import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import type { DomainError } from "../../domain/errors";
import { aClaim, aDocument } from "../../domain/testing-documents";
import { openStore } from "../client";
import { publicUrlOf } from "../public-store";
import { checkDatabase } from "../queries/check-database";
import { checkLog } from "../queries/check-log";
import { countSampleCases } from "../queries/count-sample-cases";
import { countSamples } from "../queries/count-samples";
import { readSampleRefs } from "../sample-cases";
import { seedSampleCases } from "../seed/seed-sample-cases";
import { onBothEngines } from "../testing";
import { publish, verify } from "../testing-publication";
import { readContents } from "../testing-store-contents";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { commentOnIncident } from "./comment-on-incident";
import { linkIncidents } from "./link-incidents";
import { logIncident } from "./log-incident";
import { markPublic, publishPending, type Stores } from "./publish-pending";
import { removeSampleCases } from "./remove-sample-cases";
import { retractIncident } from "./retract-incident";

const admin: Actor = { id: "admin", role: "admin" };
const writer: Actor = { id: "writer", role: "researcher" };

onBothEngines(
  "removing the sample data",
  (store, url) => {
    let stores: Stores;
    let own: string;
    let cited: string;
    beforeAll(async () => {
      const pub = await openStore(publicUrlOf(url()), { profile: "public" });
      await pub.migrate();
      await markPublic(pub);
      stores = { internal: store(), public: pub };
      await seedSampleCases(store());
      const { source } = store().t;
      const [first] = await store()
        .read.select({ id: source.id, ref: source.ref })
        .from(source)
        .where(eq(source.title, "20 N. Korean Defectors Arrested in China, Face Deportation"));
      cited = first!.ref;
      const { id } = await addSource(store(), { source: aWrittenSource() }, writer);
      const document = aDocument({
        title: "Our own",
        claims: [
          aClaim("c", first!.id, { statement: "It says so." }),
          aClaim("d", id, { statement: "It too." }),
        ],
      });
      own = (await logIncident(store(), { document }, writer)).ref;
      await verify(store(), own);
      await publish(store(), own);
      const [touched, retracted] = (await readSampleRefs(store(), store().read))!;
      await linkIncidents(store(), { from: own, to: touched!, type: "related", note: "" }, writer);
      await commentOnIncident(
        store(),
        { ref: touched!, claimId: null, body: "Is it so?", mentions: [] },
        writer,
      );
      const { incident } = store().t;
      const [row] = await store()
        .read.select({ version: incident.version })
        .from(incident)
        .where(eq(incident.ref, retracted!));
      await retractIncident(
        store(),
        { ref: retracted!, version: row!.version, reason: "A sample." },
        admin,
      );
      await publishPending(stores);
    });
    afterAll(() => stores.public.close());

    const refs = (contents: Awaited<ReturnType<typeof readContents>>, table: string) =>
      (contents[table] as { ref: string }[]).map(({ ref }) => ref);

    it("says beforehand how much it is, what was worked on and what stays", async () => {
      expect(await countSamples(store(), admin)).toMatchObject({
        incidents: 22,
        changed: expect.objectContaining({ length: 2 }),
        staying: 1,
      });
      await expect(countSamples(store(), writer)).rejects.toThrow("not_allowed");
    });

    it("is for admins", async () => {
      expect(await countSampleCases(store(), admin)).toBe(22);
      await expect(removeSampleCases(store(), { reason: "" }, writer)).rejects.toThrow(
        "not_allowed",
      );
    });

    it("takes every sample out of both stores, also where the program ended between the two", async () => {
      expect(refs(await readContents(stores.public), "incident")).toHaveLength(22);
      expect(refs(await readContents(stores.public), "tombstone")).toHaveLength(1);
      const removed = await removeSampleCases(store(), { reason: "We begin." }, admin);
      expect(removed.incidents).toBe(22);
      const broken = {
        ...stores.public,
        tx: async () => {
          throw new Error("The power went.");
        },
      };
      await expect(publishPending({ ...stores, public: broken })).rejects.toThrow("power");
      const forgetful = { ...stores.internal, tx: broken.tx };
      await expect(publishPending({ ...stores, internal: forgetful })).rejects.toThrow("power");
      expect(await publishPending(stores)).toBe(22);
      expect(await publishPending(stores)).toBe(0);

      const pub = await readContents(stores.public);
      expect(refs(pub, "incident")).toEqual([own]);
      expect(pub.tombstone).toEqual([]);
      expect(pub.incidentLink).toEqual([]);
      const internal = await readContents(store());
      expect(refs(internal, "incident")).toEqual([own]);
      for (const table of ["comment", "incidentLink", "keptMark"])
        expect(internal[table], table).toEqual([]);
    });

    it("keeps what is one's own, and the sources it cites", async () => {
      const internal = await readContents(store());
      expect(refs(internal, "source")).toHaveLength(2);
      expect(refs(internal, "source")).toContain(cited);
      expect((internal.claim as unknown[]).length).toBe(2);
      expect(refs(await readContents(stores.public), "source")).toHaveLength(2);
    });

    it("leaves a log that is whole and says what was removed", async () => {
      expect((await checkLog(store(), admin)).faults).toEqual([]);
      expect(await checkDatabase(store(), admin)).toEqual([]);
      const { revision } = store().t;
      const [entry] = await store()
        .read.select()
        .from(revision)
        .where(eq(revision.action, "remove_samples"));
      expect(entry).toMatchObject({ actor: "admin", reason: "We begin." });
      expect(JSON.parse(entry!.payload!).before.incidents).toHaveLength(22);
    });

    it("is for good: nothing comes back, and nothing is left to remove", async () => {
      expect(await countSamples(store(), admin)).toBeNull();
      expect(await countSampleCases(store(), admin)).toBe(0);
      const again = await removeSampleCases(store(), { reason: "" }, admin).catch(
        ({ code }: DomainError) => code,
      );
      expect(again).toBe("samples.none");
      expect(await seedSampleCases(store())).toBe(0);
    });
  },
  { gazetteer: true },
);

onBothEngines(
  "a ledger that was emptied of its samples",
  (store) => {
    it("gets none again", async () => {
      await seedSampleCases(store());
      await removeSampleCases(store(), { reason: "" }, admin);
      expect(await seedSampleCases(store())).toBe(0);
      const { incident, source } = store().t;
      for (const table of [incident, source])
        expect(await store().read.select().from(table)).toEqual([]);
    });
  },
  { gazetteer: true },
);
