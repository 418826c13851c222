import { hash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import type { ImportItem, IncidentItem } from "../../domain/import/import-item";
import { emptyIncidentFilter, type IncidentFilter } from "../../domain/incident-filter";
import { TABLE_NAMES, type TableName } from "../../domain/tables/data-tables";
import { readTables } from "../../domain/tables/read-tables";
import type { Cells } from "../../domain/tables/table-column";
import { fileOf } from "../../domain/tables/testing-files";
import { everything } from "../../domain/takes-everything";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { openStore } from "../client";
import { addSource } from "../commands/add-source";
import { decideNotSame } from "../commands/decide-not-same";
import { linkIncidents } from "../commands/link-incidents";
import { logIncident } from "../commands/log-incident";
import { publishPending } from "../commands/publish-pending";
import { publicUrlOf } from "../public-store";
import { findIncident, readDocument } from "../read-incident";
import { readLocations } from "../read-locations";
import { findSource, toSource } from "../read-source";
import type { Store } from "../store";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { logManyIncidents } from "../testing-incidents";
import { publish, verify } from "../testing-publication";
import { aWrittenSource, logTableSample } from "../testing-tables";
import { countTables } from "./count-tables";
import { exportTables } from "./export-tables";

const actor = { id: "test", role: "admin" } as const;
const viewer = { id: "viewer", role: "viewer" } as const;
const visitor = { id: "", role: "public" } as const;
const all = everything();
type Tables = Record<TableName, Cells[]>;

async function tablesOf(
  store: Store,
  filter: IncidentFilter = all,
  { as = actor, batch = 7 }: { as?: Actor; batch?: number } = {},
): Promise<Tables> {
  const opened = await exportTables(store, as, { filter, batch });
  try {
    const found = Object.fromEntries(TABLE_NAMES.map((name) => [name, [] as Cells[]])) as Tables;
    for (const name of opened.names)
      for await (const rows of opened.rows(name)) found[name].push(...rows);
    return found;
  } finally {
    await opened.close();
  }
}

onBothEngines(
  "the full set of tables",
  (store, url) => {
    let sample: Awaited<ReturnType<typeof logTableSample>>;
    let shown: string;
    let seen: Store;
    let open: Store;
    beforeAll(async () => {
      await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
      await logManyIncidents(store(), actor, 25);
      sample = await logTableSample(store());
      const { sweep, crossing, undated } = sample;
      await linkIncidents(
        store(),
        { from: sweep, to: crossing, type: "follows", note: "=Two weeks later" },
        actor,
      );
      await decideNotSame(store(), { from: undated, to: sweep, reason: "Another place." }, actor);
      const of = (rest: Parameters<typeof aWrittenSource>[0]) =>
        addSource(store(), { source: aWrittenSource(rest) }, actor);
      const wire = await of({ publisher: "Wire", storedText: "SECRET text" });
      const shut = await of({ access: "restricted", publisher: "SECRET", title: "SECRET" });
      const document = aDocument({
        title: "Shown",
        groups: [aGroup("g", { count: exactly(20) })],
        events: [anEvent("e", { places: [{ role: "at", locationId: "CN-YN/kunming" }] })],
        claims: [
          aClaim("c1", wire.id, { field: "count", groupId: "g", count: exactly(20) }),
          aClaim("c2", wire.id, { field: "modality", eventId: "e", modality: "reported" }),
          aClaim("c3", shut.id, { quote: "SECRET words", locator: "SECRET page" }),
        ],
      });
      shown = (await logIncident(store(), { document }, { id: "writer", role: "researcher" })).ref;
      await verify(store(), shown);
      await publish(store(), shown);
      open = await openStore(publicUrlOf(url()), { profile: "public" });
      await open.migrate();
      await publishPending({ internal: store(), public: open });
      seen = await openStore(url(), { profile: "verified" });
    });
    afterAll(async () => {
      await open?.close();
      await seen?.close();
    });

    it("read back, is what the ledger holds", async () => {
      const tables = await tablesOf(store());
      const items: ImportItem[] = [];
      const files = TABLE_NAMES.map((name) => fileOf(name, tables[name]));
      for await (const item of readTables(files, { digest: (text) => hash("sha256", text) }))
        items.push(item);
      expect(items.flatMap((item) => ("faults" in item ? item.faults : []))).toEqual([]);
      const incidents = items.filter((item): item is IncidentItem => item.what === "incident");
      expect(incidents).toHaveLength(31);
      const refs = incidents.map(({ ref }) => ref!);
      // What was merged into another comes last.
      expect(refs.slice(0, -1)).toEqual(refs.slice(0, -1).toSorted());
      const byRef = new Map<string, string>();
      for (const item of items)
        if (item.what === "source") {
          const row = (await findSource(store(), store().read, item.ref))!;
          byRef.set(row.id, item.ref);
          const source = await toSource(store(), store().read, row);
          expect(item.source).toEqual({
            ...source,
            derivedFrom: source.derivedFrom.map((id) => byRef.get(id)).sort(),
          });
        }
      expect(byRef.size).toBe(11);
      for (const { ref, document, review } of incidents) {
        const row = (await findIncident(store(), store().read, ref!))!;
        const stored = await readDocument(store(), store().read, row);
        expect(document).toEqual({
          ...stored,
          claims: stored.claims.map((claim) => ({ ...claim, sourceId: byRef.get(claim.sourceId) })),
        });
        const { reviewStatus: status, retractedReason } = row;
        expect(review).toEqual({
          status,
          retractedReason,
          mergedInto: ref === refs.at(-1) ? sample.sweep : null,
        });
      }
      const locations = items.flatMap((item) => (item.what === "location" ? [item.location] : []));
      expect(locations.length).toBeGreaterThan(500);
      const ids = locations.map(({ id }) => id);
      const stored = await readLocations(store(), store().read, ids);
      for (const location of locations)
        expect(location).toEqual({
          ...stored[location.id],
          aliases: stored[location.id]!.aliases.toSorted(),
        });
      expect(items.filter(({ what }) => what === "link" || what === "not_same")).toMatchObject([
        { from: sample.sweep, to: sample.crossing, type: "follows", note: "=Two weeks later" },
        { what: "not_same", reason: "Another place." },
      ]);
    });

    it("has as many rows as are counted beforehand", async () => {
      const filter = { ...emptyIncidentFilter(), ref: [sample.sweep, sample.crossing] };
      for (const [from, as] of [
        [store(), actor],
        [seen, viewer],
        [open, visitor],
      ] as const)
        for (const asked of [filter, emptyIncidentFilter()]) {
          const { incidents, rows } = await countTables(from, as, asked);
          const tables = await tablesOf(from, asked, { as });
          expect(incidents).toBe(tables.incidents.length);
          for (const [name, count] of Object.entries(rows))
            expect([name, tables[name as TableName].length]).toEqual([name, count]);
          expect(Object.keys(rows)).toHaveLength(6);
        }
      expect((await countTables(store(), actor, all)).rows).toEqual({});
    });

    it("is the same in batches of any size", async () => {
      expect(await tablesOf(store(), all, { batch: 1 })).toEqual(
        await tablesOf(store(), all, { batch: 1000 }),
      );
    });

    it("of a filter has the sources, places and links of what is found, and no others", async () => {
      const { sweep, crossing, wire, paper, copy } = sample;
      const of = (...ref: string[]) => tablesOf(store(), { ...emptyIncidentFilter(), ref });
      const both = await of(sweep, crossing);
      expect(both.incidents.map(({ reference }) => reference)).toEqual([sweep, crossing].sort());
      // What is copied comes before its copy.
      expect(both.sources.map(({ reference }) => reference)).toEqual([
        ...[wire, paper].sort(),
        copy,
      ]);
      expect(both.sources[2]).toMatchObject({ derived_from: [wire, paper].sort() });
      expect(both.locations.map(({ id }) => id)).toEqual([
        "CN",
        "KP",
        "KR",
        "CN-JL",
        "CN-SD",
        "CN-YN",
        "CN-JL/tumen",
        "CN-SD/qingdao",
        "CN-YN/kunming",
      ]);
      expect(both.location_names).toContainEqual({ location: "CN-JL/tumen", name: "Tunmen" });
      expect(both.links).toHaveLength(1);
      expect(both.not_same).toEqual([]);
      const one = await of(crossing);
      expect(one.links).toEqual([]);
      expect(one.sources.map(({ reference }) => reference)).toEqual([wire]);
      expect(one.claims).toMatchObject([{ incident: crossing, source: wire, position: 1 }]);
      expect(one.groups).toMatchObject([{ id: "three", low: null, best: 3, high: null }]);
    });

    it("to a viewer gives nothing of drafts, and no identity or words of restricted sources", async () => {
      const tables = await tablesOf(seen, all, { as: viewer });
      expect(tables.incidents.map(({ reference }) => reference)).toEqual([shown]);
      expect(tables.claims).toHaveLength(3);
      expect(tables.sources).toHaveLength(2);
      expect(JSON.stringify(tables)).not.toContain("SECRET");
      expect(tables.imported_rows).toEqual([]);
    });

    it("to a visitor comes from what is public alone", async () => {
      const tables = await tablesOf(open, all, { as: visitor });
      expect(tables.incidents).toMatchObject([{ reference: shown, publication: "public" }]);
      expect(tables.claims.map(({ id }) => id)).toEqual(["c1", "c2"]);
      expect(tables.sources).toHaveLength(1);
      expect(JSON.stringify(tables)).not.toContain("SECRET");
      await expect(exportTables(store(), visitor, { filter: all })).rejects.toMatchObject({
        code: "not_allowed",
      });
    });
  },
  { gazetteer: true },
);
