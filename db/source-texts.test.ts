import { desc, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyIncidentFilter } from "../domain/incident-filter";
import { searchWords } from "../domain/search-text";
import { aClaim, aDocument, anEvent } from "../domain/testing-documents";
import { openStore } from "./client";
import { addSource } from "./commands/add-source";
import { logIncident } from "./commands/log-incident";
import { retractIncident } from "./commands/retract-incident";
import { reviseSource } from "./commands/revise-source";
import { countIncidents } from "./queries/count-incidents";
import { suggestFilters } from "./queries/suggest-filters";
import type { Store } from "./store";
import { onBothEngines } from "./testing";
import { aWrittenSource } from "./testing-tables";
import { deletePublished } from "./write-incident";
import { sourceColumns } from "./write-source";

const actor = { id: "test", role: "admin" } as const;
const TYPED = ["wire", "ire on", "체포 wire", "도", "tumen", "paper"];

onBothEngines(
  "suggestions of sources and towns",
  (store, url) => {
    let other: Store;
    beforeAll(async () => {
      // As another process has the same database open.
      other = await openStore(url());
    });
    afterAll(() => other?.close());

    const changes = fc.array(
      fc.record({
        what: fc.constantFrom("add", "add", "revise", "retract", "delete"),
        by: fc.boolean(),
        which: fc.nat(),
        title: fc.constantFrom("Wire on 체포", "Paper, 도문", "A wire on Tumen", "Tumen paper"),
        place: fc.constantFrom("CN-JL/tumen", "CN-YN/kunming"),
      }),
      { minLength: 1, maxLength: 4 },
    );
    type Change = (typeof changes extends fc.Arbitrary<infer C> ? C : never)[number];

    async function make({ what, by, which, title, place }: Change): Promise<void> {
      const writer = by ? store() : other;
      const { incident, source } = writer.t;
      const sources = await writer.read.select().from(source).orderBy(source.id);
      const incidents = await writer.read.select().from(incident).orderBy(incident.id);
      if (what === "add" || incidents.length === 0) {
        const written = { source: aWrittenSource({ title }) };
        const { id } = await addSource(writer, written, actor);
        const cited = which % 3 === 0 && sources.length > 0 ? sources[0]!.id : id;
        const events = [anEvent("e", { places: [{ role: "at", locationId: place }] })];
        const document = aDocument({ events, claims: [aClaim("c", cited)] });
        await logIncident(writer, { document }, actor);
      } else if (what === "revise") {
        const { ref, version } = sources[which % sources.length]!;
        const revised = { ref, version, source: aWrittenSource({ title }), reason: "" };
        await reviseSource(writer, revised, actor);
      } else {
        const row = incidents[which % incidents.length]!;
        if (what === "delete") await writer.tx((db) => deletePublished(writer, db, row.id));
        else if (row.reviewStatus !== "retracted")
          await retractIncident(writer, { ...row, reason: "Not true." }, actor);
      }
    }

    /** The last four that have the words and find an incident, in plain SQL. */
    async function plainSources(typed: string): Promise<string[]> {
      const { source, claim, incident } = store().t;
      const rows = await store()
        .read.selectDistinct({ ref: source.ref })
        .from(source)
        .innerJoin(claim, eq(claim.sourceId, source.id))
        .innerJoin(incident, eq(incident.id, claim.incidentId))
        .where(store().containsAll(source.searchText, searchWords(typed)))
        .orderBy(desc(source.ref));
      const everything = emptyIncidentFilter();
      const filters = rows.map(({ ref }) => ({ ...everything, source: [ref] }));
      const counts = await countIncidents(store(), actor, filters);
      return rows
        .flatMap(({ ref }, at) => (counts[at]! > 0 ? [`${ref} ${counts[at]}`] : []))
        .slice(0, 4);
    }

    it("are those of the plain queries whatever was written, also by another process", async () => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(changes, async (some) => {
          for (const change of some) await make(change);
          for (const typed of TYPED) {
            const sources = await plainSources(typed);
            for (const reader of [store(), other]) {
              const suggested = await suggestFilters(reader, actor, typed);
              const of = (field: string) => suggested.filter((one) => one.field === field);
              expect(of("source").map((one) => `${one.value} ${one.incidents}`)).toEqual(sources);
              const places = of("place");
              const everything = emptyIncidentFilter();
              const filters = places.map(({ value }) => ({ ...everything, place: [value] }));
              expect(places.map(({ incidents }) => incidents)).toEqual(
                await countIncidents(store(), actor, filters),
              );
              found += sources.length + places.length;
            }
          }
        }),
        { numRuns: 30 },
      );
      expect(found).toBeGreaterThan(100);
    });

    it("go on after more writes than are brought in one by one", async () => {
      const rows = Array.from({ length: 803 }, (_, n) => ({
        ...sourceColumns(aWrittenSource({ title: `Many ${n}` })),
        id: `many${n}`,
        ref: `ZZZ-${String(n).padStart(4, "0")}`,
        version: 1,
        createdAt: 0,
        updatedAt: 0,
      }));
      await store().tx((db) => db.insert(store().t.source).values(rows));
      const cites = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, n) => aClaim(`c${n}`, `many${from + n}`));
      const last = async () =>
        (await suggestFilters(store(), actor, "many"))
          .filter(({ field }) => field === "source")
          .map(({ value }) => value);
      const log = (claims: ReturnType<typeof cites>) =>
        logIncident(store(), { document: aDocument({ claims }) }, actor);
      await log(cites(0, 2));
      expect(await last()).toEqual(["ZZZ-0001", "ZZZ-0000"]);
      for (let from = 2; from < 802; from += 200) await log(cites(from, from + 200));
      expect(await last()).toEqual(["ZZZ-0801", "ZZZ-0800", "ZZZ-0799", "ZZZ-0798"]);
      await log(cites(802, 803));
      expect((await last())[0]).toBe("ZZZ-0802");
    });
  },
  { gazetteer: true },
);
