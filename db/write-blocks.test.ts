import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { packBlock } from "../domain/incident-index/pack-block";
import { openStore } from "./client";
import { keepBlocks } from "./keep-blocks";
import type { Store } from "./store";
import { onBothEngines } from "./testing";
import { logManyIncidents } from "./testing-incidents";
import { runStatement } from "./testing-log";
import { warmIndex } from "./warm-index";
import { writeMissingBlocks } from "./write-blocks";

const actor = { id: "test", role: "admin" } as const;

onBothEngines(
  "the packed blocks of a store",
  (store, url) => {
    beforeAll(async () => {
      await logManyIncidents(store(), actor, 12);
      const { incidentText, incidentEntry } = store().t;
      await store().tx(async (db) => {
        await db.delete(incidentText);
        // Across two blocks: 251 to 262.
        await db.update(incidentEntry).set({ number: sql`${incidentEntry.number} + 1000` });
        await db.update(incidentEntry).set({ number: sql`${incidentEntry.number} - 750` });
      });
    });
    beforeEach(async () => void (await writeMissingBlocks(store())));

    const blocks = async () => {
      const { incidentBlock } = store().t;
      const rows = await store().read.select().from(incidentBlock).orderBy(incidentBlock.number);
      return rows.map(({ number }) => number);
    };
    const entries = async () => {
      const { incidentEntry } = store().t;
      const rows = await store().read.select().from(incidentEntry).orderBy(incidentEntry.number);
      return rows.map(({ number, facts }) => ({ number, facts }));
    };
    const entry = (number: number) => eq(store().t.incidentEntry.number, number);
    const change = (
      number: number,
      values: Partial<{ number: number; facts: string; change: number }>,
    ) => store().tx((db) => db.update(store().t.incidentEntry).set(values).where(entry(number)));
    const withFresh = async <T>(work: (fresh: Store) => Promise<T>) => {
      const fresh = await openStore(url(), { readOnly: true });
      try {
        await warmIndex(fresh);
        return await work(fresh);
      } finally {
        await fresh.close();
      }
    };
    /** How many people the index of a store that was just opened knows of each incident, by its number. */
    const people = () =>
      withFresh(async ({ kept: { index } }) => {
        const all = Array.from(index.order, (slot): [number, number] => [
          index.numberOf[slot]!,
          index.numbers.best[slot]!,
        ]);
        return new Map(all);
      });
    const withPeople = (facts: string, best: number) => {
      const fields = facts.split("|");
      fields[6] = String(best);
      return fields.join("|");
    };

    it("are written once, and what is opened then is built from them", async () => {
      expect(await blocks()).toEqual([0, 1]);
      expect(await writeMissingBlocks(store())).toBe(0);
      const all = await entries();
      expect((await people()).size).toBe(12);
      // What no line says.
      const lines = all
        .slice(0, 5)
        .map(({ number, facts }) => ({ number, facts: withPeople(facts, 999) }));
      const packed = Buffer.from(packBlock(lines));
      const { incidentBlock } = store().t;
      await store().tx((db) =>
        db.update(incidentBlock).set({ packed }).where(eq(incidentBlock.number, 0)),
      );
      const known = await people();
      expect([known.get(251), known.get(255)]).toEqual([999, 999]);
      expect(known.get(256)).not.toBe(999);
      await change(251, { facts: all[0]!.facts.replace(/^./, "0") });
      await change(251, { facts: all[0]!.facts });
    });

    it("go with every change of an entry in them, and with no other", async () => {
      const all = await entries();
      await change(255, { change: 999_999 });
      await change(255, { facts: all[4]!.facts });
      expect(await blocks()).toEqual([0, 1]);
      await change(255, { facts: withPeople(all[4]!.facts, 41) });
      expect(await blocks()).toEqual([1]);
      expect((await people()).get(255)).toBe(41);
      await change(256, { facts: withPeople(all[5]!.facts, 42) });
      expect(await blocks()).toEqual([]);
      expect((await people()).get(256)).toBe(42);
      expect(await writeMissingBlocks(store())).toBe(2);
      const known = await people();
      expect([known.get(255), known.get(256), known.size]).toEqual([41, 42, 12]);
      // Away from one block and into another.
      await change(262, { number: 600 });
      expect(await blocks()).toEqual([0]);
      expect(await writeMissingBlocks(store())).toBe(2);
      expect(await blocks()).toEqual([0, 1, 2]);
      await change(600, { number: 262 });
      expect(await blocks()).toEqual([0]);
    });

    it("go with an entry that is deleted, put in or put in the place of another", async () => {
      const { incidentEntry } = store().t;
      const [row] = await store().read.select().from(incidentEntry).where(entry(255));
      await store().tx((db) => db.delete(incidentEntry).where(entry(255)));
      expect(await blocks()).toEqual([1]);
      await writeMissingBlocks(store());
      expect((await people()).has(255)).toBe(false);
      await store().tx((db) => db.insert(incidentEntry).values(row!));
      expect(await blocks()).toEqual([1]);
      await writeMissingBlocks(store());
      await store().tx(async (db) => {
        if (store().dialect === "sqlite")
          await runStatement(
            store(),
            db,
            sql`insert or replace into incident_entry select 700, incident_id, change, facts from incident_entry where number = 255`,
          );
        else {
          await runStatement(
            store(),
            db,
            sql`create temp table kept on commit drop as select * from incident_entry`,
          );
          await runStatement(store(), db, sql`truncate incident_entry cascade`);
          await runStatement(store(), db, sql`update kept set number = 700 where number = 255`);
          await runStatement(store(), db, sql`insert into incident_entry select * from kept`);
        }
      });
      expect((await blocks()).includes(0)).toBe(false);
      const known = await people();
      expect([known.has(255), known.has(700), known.size]).toEqual([false, true, 12]);
      await change(700, { number: 255 });
    });

    it("are as if they were not there where they cannot be read", async () => {
      const before = await people();
      const { incidentBlock } = store().t;
      const put = (number: number, packed: Buffer) =>
        store().tx((db) =>
          db.update(incidentBlock).set({ packed }).where(eq(incidentBlock.number, number)),
        );
      const [first, second] = await store()
        .read.select()
        .from(incidentBlock)
        .orderBy(incidentBlock.number);
      await put(0, Buffer.from("x"));
      await put(1, second!.packed.subarray(0, -4));
      expect(await people()).toEqual(before);
      const older = Buffer.from(first!.packed);
      older[0]! ^= 1;
      await put(0, older);
      expect(await people()).toEqual(before);
    });

    it("are made anew where they are damaged or of another edition", async () => {
      const { incidentBlock } = store().t;
      const kept = () => store().read.select().from(incidentBlock).orderBy(incidentBlock.number);
      await writeMissingBlocks(store());
      const whole = await kept();
      const put = (number: number, packed: Buffer) =>
        store().tx((db) =>
          db.update(incidentBlock).set({ packed }).where(eq(incidentBlock.number, number)),
        );
      const { packed } = whole[0]!;
      const older = Buffer.from(packed);
      older[0]! ^= 1;
      const damaged = Buffer.from(packed);
      damaged[packed.length - 1]! ^= 1;
      const others = [older, damaged, packed.subarray(0, -4), packed.subarray(0, -1)];
      for (const bytes of [...others, Buffer.from("x"), Buffer.alloc(0)]) {
        await put(0, bytes);
        expect(await writeMissingBlocks(store())).toBe(1);
        expect(await kept()).toEqual(whole);
      }
      expect(await writeMissingBlocks(store())).toBe(0);
    });

    it("leave nothing of an incident in the file once it is changed", async () => {
      const path = store().dialect === "sqlite" ? url().replace("file:", "") : null;
      if (path === null) return;
      const { incidentBlock } = store().t;
      const mark = "WITHDRAWN-MARK";
      await store().tx((db) =>
        db
          .update(incidentBlock)
          .set({ packed: Buffer.from(mark.repeat(3_000)) })
          .where(eq(incidentBlock.number, 0)),
      );
      await store().forget();
      expect(readFileSync(path).includes(mark)).toBe(true);
      const [first] = await entries();
      await change(first!.number, { facts: withPeople(first!.facts, 43) });
      expect(await store().forget()).toBe(true);
      expect(readFileSync(path).includes(mark)).toBe(false);
    });

    it("are kept whole beside what a program does, until it closes its store", async () => {
      const program = await openStore(url());
      const [first] = await entries();
      await change(first!.number, { facts: withPeople(first!.facts, 44) });
      const errors: unknown[] = [];
      const kept = keepBlocks(program, { every: 20, onError: (error) => errors.push(error) });
      const isWhole = async () => (await blocks()).join() === "0,1";
      for (let tries = 0; tries < 200 && !(await isWhole()); tries++) await setTimeout(20);
      expect(await isWhole()).toBe(true);
      await change(first!.number, { facts: withPeople(first!.facts, 45) });
      await store().tx((db) =>
        db
          .update(store().t.ledgerState)
          .set({ value: "5000" })
          .where(eq(store().t.ledgerState.key, "entry_change")),
      );
      for (let tries = 0; tries < 200 && !(await isWhole()); tries++) await setTimeout(20);
      expect(await isWhole()).toBe(true);
      expect((await people()).get(first!.number)).toBe(45);
      await program.close();
      await kept;
      expect(errors).toEqual([]);
    });

    it("wait while another process writes, who need not wait for them", async () => {
      const other = await openStore(url());
      const [first] = await entries();
      await other.tx(async (db) => {
        await db
          .update(other.t.incidentEntry)
          .set({ facts: withPeople(first!.facts, 46) })
          .where(eq(other.t.incidentEntry.number, first!.number));
        const began = performance.now();
        expect(await store().txIfFree(async () => "done")).toBeNull();
        expect(performance.now() - began).toBeLessThan(2_000);
      });
      expect(await store().txIfFree(async () => "done")).toBe("done");
      await other.close();
      expect(await writeMissingBlocks(store())).toBe(1);
      expect((await people()).get(first!.number)).toBe(46);
    });

    it("are none of who may only read", async () => {
      const reader = await openStore(url(), { readOnly: true });
      await expect(reader.txIfFree(async () => undefined)).rejects.toThrow("for reading only");
      await reader.close();
      const viewer = await openStore(url(), { profile: "verified" });
      expect(await viewer.read.select().from(viewer.t.incidentBlock)).toEqual([]);
      await viewer.close();
    });
  },
  { gazetteer: true },
);
