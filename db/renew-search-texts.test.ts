import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { aDocument } from "../domain/testing-documents";
import { addSource } from "./commands/add-source";
import { logIncident } from "./commands/log-incident";
import { writeMissingEntries } from "./incident-entries";
import { onBothEngines } from "./testing";
import { aWrittenSource } from "./testing-tables";

const actor = { id: "test", role: "admin" } as const;
const TRADITIONAL = "中國遣返的脫北者";
const SIMPLIFIED = "中国遣返的脱北者";

onBothEngines(
  "texts that were normalised before traditional characters were simplified",
  (store) => {
    it("are normalised again, once, with names of places that many have", async () => {
      const { incident, ledgerState, location, locationName, source } = store().t;
      await logIncident(store(), { document: aDocument({ title: TRADITIONAL }) }, actor);
      await addSource(store(), { source: aWrittenSource({ title: TRADITIONAL }) }, actor);
      const names = Array.from({ length: 2_500 }, (_, n) => ({
        locationId: n < 900 ? "CN" : "KP",
        name: `${TRADITIONAL} ${n}`,
        normalised: `${TRADITIONAL} ${n}`,
      }));
      await store().tx(async (db) => {
        await db.update(incident).set({ sortTitle: TRADITIONAL, searchText: TRADITIONAL });
        await db.update(source).set({ searchText: TRADITIONAL });
        await db.update(location).set({ sortName: TRADITIONAL }).where(eq(location.id, "CN"));
        for (let at = 0; at < names.length; at += 500)
          await db.insert(locationName).values(names.slice(at, at + 500));
        await db
          .update(ledgerState)
          .set({ value: "older" })
          .where(eq(ledgerState.key, "entry_edition"));
      });

      expect(await writeMissingEntries(store())).toBe(1);
      const { read } = store();
      const [logged] = await read
        .select({ title: incident.sortTitle, text: incident.searchText })
        .from(incident);
      expect(logged).toEqual({ title: SIMPLIFIED, text: SIMPLIFIED });
      const [added] = await read.select({ text: source.searchText }).from(source);
      expect(added).toEqual({ text: SIMPLIFIED });
      const places = await read.select({ id: location.id, name: location.sortName }).from(location);
      expect(places.find(({ id }) => id === "CN")!.name).toBe(SIMPLIFIED);
      expect(places.find(({ id }) => id === "KP")!.name).toBe("north korea");
      const all = await read.select({ normalised: locationName.normalised }).from(locationName);
      const renewed = all.filter(({ normalised }) => normalised.startsWith(SIMPLIFIED));
      expect(renewed.length).toBe(names.length);
      expect(await writeMissingEntries(store())).toBe(0);
    });
  },
  { gazetteer: true },
);
