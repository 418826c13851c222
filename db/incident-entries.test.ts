import { count, eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { parseIncidentFilter } from "../domain/incident-filter";
import { openStore } from "./client";
import { writeMissingEntries } from "./incident-entries";
import { countIncidents } from "./queries/count-incidents";
import { generateIncidents } from "./seed/generate-incidents";
import type { Store } from "./store";
import { onBothEngines } from "./testing";
import { runStatement } from "./testing-log";

const INCIDENTS = 1_200;
const actor = { id: "test", role: "admin" } as const;

onBothEngines(
  "after an update that makes entries otherwise",
  (store, url) => {
    let before: number[];
    beforeAll(async () => {
      await generateIncidents(store(), { incidents: INCIDENTS, seed: 5 });
      expect(await writeMissingEntries(store())).toBe(INCIDENTS);
      before = await counts(store());
      const { ledgerState } = store().t;
      await store().tx((db) =>
        db.update(ledgerState).set({ value: "older" }).where(eq(ledgerState.key, "entry_edition")),
      );
    });

    /** How many lists find: all of them, and by words. */
    const counts = (reader: Store) =>
      countIncidents(
        reader,
        actor,
        ["", "q=Tumen", "q=북송"].map(
          (text) => parseIncidentFilter(new URLSearchParams(text)).filter,
        ),
      );

    it("goes on where it was stopped", async () => {
      const stopped = writeMissingEntries(store(), (done, all) => {
        throw new Error(`stopped at ${done} of ${all}`);
      });
      await expect(stopped).rejects.toThrow("stopped at 1000 of 1200");
      const other = await openStore(url());
      const { incidentEntry } = other.t;
      const [written] = await other.read.select({ n: count() }).from(incidentEntry);
      expect(written!.n).toBe(1_000);
      expect(await writeMissingEntries(other)).toBe(200);
      expect(await writeMissingEntries(other)).toBe(0);
      await other.close();
    });

    it("finds then what it found before, and no word is left of older ones", async () => {
      expect(before.map((found) => found > 0)).toEqual([true, true, true]);
      expect(await counts(store())).toEqual(before);
      if (store().dialect !== "sqlite") return;
      // Each throws where the search index is not what the texts make it.
      const check = sql`insert into incident_search (incident_search) values ('integrity-check')`;
      await store().tx((db) => runStatement(store(), db, check));
      await store().tx(async (db) => {
        await db.delete(store().t.incidentText);
        await runStatement(store(), db, check);
      });
    });
  },
  { gazetteer: true },
);
