import { hash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { ImportFault } from "../../domain/import/import-item";
import type { TableName } from "../../domain/tables/data-tables";
import { readTables } from "../../domain/tables/read-tables";
import { textFile } from "../../domain/tables/testing-files";
import { decideNotSame } from "../commands/decide-not-same";
import { reviseIncident } from "../commands/revise-incident";
import { reviseSource } from "../commands/revise-source";
import { undoImport } from "../commands/undo-import";
import { unlinkIncidents } from "../commands/unlink-incidents";
import { checkLog } from "../queries/check-log";
import { getImport } from "../queries/get-import";
import { getIncident } from "../queries/get-incident";
import { findIncident, readDocument } from "../read-incident";
import { readLocations } from "../read-locations";
import { findSource, toSource } from "../read-source";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { IMPORTER, importRows } from "../testing-import";
import { verify } from "../testing-publication";

const ADMIN = { id: "admin", role: "admin" } as const;
const reason = "The wrong file";
const [ONE, TWO, THREE] = ["INC-222222", "INC-333333", "INC-444444"] as const;
const PAPER = "SRC-222222";

type Lines = readonly (readonly string[])[];
const TABLES: Partial<Record<TableName, Lines>> = {
  incidents: [
    ["reference", "title", "review_status", "retracted_reason", "merged_into"],
    [ONE, "One", "draft", "", ""],
    [TWO, "Two", "draft", "", ""],
    [THREE, "Three", "draft", "", ""],
  ],
  sources: [
    ["reference", "kind", "publisher", "reliability", "access", "derived_from"],
    [PAPER, "news", "Paper", "B", "public", ""],
    ["SRC-333333", "news", "Copy", "B", "public", ""],
  ],
  locations: [
    ["id", "parent", "kind", "name_en", "lat", "lon", "country", "province", "note", "origin"],
    ["CN-YN/x", "CN-YN", "locality", "X", "25", "102", "CN", "CN-YN", "", "made up"],
  ],
  location_names: [
    ["location", "name"],
    ["CN-YN/x", "Ex"],
  ],
  links: [
    ["from", "to", "type", "note"],
    [ONE, TWO, "follows", "A week later"],
  ],
  not_same: [
    ["first", "second", "reason"],
    [ONE, THREE, "Other people"],
  ],
};

onBothEngines(
  "tables of ours over a ledger that has what they bring",
  (store) => {
    const bring = async (
      tables: Partial<Record<TableName, Lines>>,
      rest: Parameters<typeof importRows>[2] = {},
    ) => {
      const files = Object.entries(tables).map(([name, lines]) =>
        textFile(name as TableName, lines as string[][], `${name}.csv`),
      );
      const items = [];
      for await (const item of readTables(files, { digest: (text) => hash("sha256", text) }))
        items.push(item);
      return importRows(store(), items, rest);
    };
    const told = (faults: readonly ImportFault[]) =>
      faults.map(({ file, line, column, issue: { code, values } }) => [
        file,
        line,
        column,
        code,
        values?.value ?? values?.ref ?? "",
        values?.here ?? "",
      ]);
    const noteOf = async () => {
      const { incidentLink } = store().t;
      const [link] = await store().read.select().from(incidentLink);
      return link?.note;
    };
    const reasonOf = async () => {
      const { notSameDecision } = store().t;
      const [decision] = await store().read.select().from(notSameDecision);
      return decision?.reason;
    };
    const publisherOf = async (ref: string) =>
      (await toSource(store(), store().read, (await findSource(store(), store().read, ref))!))
        .publisher;
    const lastEntry = async (entity: string, action: string) => {
      const { revision } = store().t;
      const entries = await store()
        .read.select()
        .from(revision)
        .where(and(eq(revision.entity, entity), eq(revision.action, action)))
        .orderBy(revision.seq);
      return JSON.parse(entries.at(-1)?.payload ?? "null");
    };

    beforeAll(async () => {
      await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
      const { report } = await bring(TABLES);
      expect(report.faults).toEqual([]);
      expect(report).toMatchObject({ isApplied: true, kept: [], changed: [] });
    });

    it("says nothing where they say the same", async () => {
      const { report } = await bring(TABLES);
      expect(report).toMatchObject({
        incidents: { unchanged: 3 },
        sources: { unchanged: 2 },
        locations: { unchanged: 1 },
        links: { unchanged: 2 },
        kept: [],
        keptCount: 0,
        changed: [],
      });
    });

    it("changes the note of a link and the reason of a decision, shows both, logs and undoes them", async () => {
      const { id, report } = await bring({
        links: [TABLES.links![0]!, [ONE, TWO, "follows", "A month later"]],
        not_same: [TABLES.not_same![0]!, [THREE, ONE, "Another province"]],
      });
      const text = (words: string) => ({ kind: "text", text: words });
      expect(report.links).toEqual({ created: 0, changed: 2, unchanged: 0, failed: 0 });
      expect(report.changed).toEqual([
        {
          what: "link",
          file: "links.csv",
          line: 2,
          refs: [ONE, TWO],
          title: "",
          fields: [{ field: "note", before: text("A week later"), after: text("A month later") }],
        },
        {
          what: "not_same",
          file: "not_same.csv",
          line: 2,
          refs: [THREE, ONE],
          title: "",
          fields: [
            { field: "reason", before: text("Other people"), after: text("Another province") },
          ],
        },
      ]);
      expect([await noteOf(), await reasonOf()]).toEqual(["A month later", "Another province"]);
      const [from, to, type] = [ONE, TWO, "follows"];
      expect(await lastEntry("link", "import")).toEqual({
        before: { from, to, type, note: "A week later" },
        after: { from, to, type, note: "A month later" },
      });
      await undoImport(store(), { id, reason }, IMPORTER);
      expect([await noteOf(), await reasonOf()]).toEqual(["A week later", "Other people"]);
      expect(await checkLog(store(), ADMIN)).toMatchObject({ faults: [] });
    });

    it("leaves what was decided anew since the import where that is undone", async () => {
      const { id } = await bring({
        not_same: [TABLES.not_same![0]!, [ONE, THREE, "Another province"]],
      });
      const decided = { from: ONE, to: THREE, reason: "Seen on two days" };
      await decideNotSame(store(), decided, ADMIN);
      await undoImport(store(), { id, reason }, IMPORTER);
      expect(await reasonOf()).toBe("Seen on two days");
      await decideNotSame(store(), { ...decided, reason: "Other people" }, ADMIN);
    });

    it("leaves a note and a reason as they are where the files have no such column", async () => {
      const { report } = await bring({
        links: [
          ["from", "to", "type"],
          [ONE, TWO, "follows"],
        ],
        not_same: [
          ["first", "second"],
          [ONE, THREE],
        ],
      });
      expect(report.links).toMatchObject({ changed: 0, unchanged: 2 });
      expect([await noteOf(), await reasonOf()]).toEqual(["A week later", "Other people"]);
    });

    it("searches a new note for personal data", async () => {
      const { report } = await bring({
        links: [TABLES.links![0]!, [ONE, TWO, "follows", "call 010-1234-5678"]],
      });
      expect(told(report.faults)).toEqual([
        ["links.csv", 2, "", "personal_data.blocked", "010-1234-5678", ""],
      ]);
      expect(report.isApplied).toBe(false);
    });

    it("names a pair that is decided twice, in whichever order", async () => {
      const { report } = await bring({
        not_same: [TABLES.not_same![0]!, [ONE, THREE, "Other people"], [THREE, ONE, "No"]],
      });
      expect(told(report.faults)).toEqual([
        ["not_same.csv", 3, "", "row.twice", `${ONE} ${THREE}`, ""],
      ]);
    });

    it("changes a source, shows which field, and undoes it", async () => {
      const { id, report } = await bring({
        sources: [
          TABLES.sources![0]!,
          [PAPER, "news", "Evening Paper", "B", "public", ""],
          ["SRC-333333", "news", "Copy", "B", "public", PAPER],
        ],
      });
      expect(report.sources).toMatchObject({ changed: 2, unchanged: 0 });
      const publisher = (text: string) => ({ kind: "text", text });
      expect(report.changed.map(({ line, refs, fields }) => [line, refs, fields])).toEqual([
        [
          2,
          [PAPER],
          [
            {
              field: "publisher",
              before: publisher("Paper"),
              after: publisher("Evening Paper"),
            },
          ],
        ],
        [
          3,
          ["SRC-333333"],
          [{ field: "derivedFrom", before: null, after: { kind: "sources", ids: [PAPER] } }],
        ],
      ]);
      expect(await publisherOf(PAPER)).toBe("Evening Paper");
      await undoImport(store(), { id, reason }, IMPORTER);
      expect(await publisherOf(PAPER)).toBe("Paper");
    });

    it("leaves a place as it is, and tells each cell and name that says otherwise", async () => {
      const { report } = await bring({
        locations: [
          TABLES.locations![0]!,
          [
            "CN-YN/x",
            "CN-SD",
            "facility",
            "Y",
            "",
            "102.5",
            "CN",
            "CN-SD",
            "call 010-1234-5678",
            "made up",
          ],
        ],
        location_names: [
          ["location", "name"],
          ["CN-YN/x", "Ex"],
          ["CN-YN/x", "Why"],
          ["CN-YN", "Cloudsouth"],
        ],
      });
      expect(report.locations).toMatchObject({ changed: 0, unchanged: 2, failed: 0 });
      expect(told(report.kept)).toEqual([
        ["locations.csv", 2, "parent", "kept.differs", "CN-SD", "CN-YN"],
        ["locations.csv", 2, "kind", "kept.differs", "facility", "locality"],
        ["locations.csv", 2, "name_en", "kept.differs", "Y", "X"],
        ["locations.csv", 2, "lat", "kept.emptied", "", "25"],
        ["locations.csv", 2, "lon", "kept.differs", "102.5", "102"],
        ["locations.csv", 2, "province", "kept.differs", "CN-SD", "CN-YN"],
        ["locations.csv", 2, "note", "kept.added", "call [phone]", ""],
        ["location_names.csv", 3, "name", "kept.added", "Why", ""],
        ["location_names.csv", 4, "name", "kept.added", "Cloudsouth", ""],
      ]);
      const place = (await readLocations(store(), store().read, ["CN-YN/x"]))["CN-YN/x"];
      expect(place).toMatchObject({ nameEn: "X", lat: 25, aliases: ["Ex"] });
    });

    it("names what is wrong with the row of a place that is known", async () => {
      const row = TABLES.locations![1]!.with(4, "north");
      const { report } = await bring({ locations: [TABLES.locations![0]!, row] });
      expect(told(report.faults)).toEqual([
        ["locations.csv", 2, "lat", "cell.not_a_number", "north", ""],
      ]);
    });

    it("leaves the review of an incident that is there as it is, and tells what the file says of it", async () => {
      const states = (...cells: string[]) => ({
        incidents: [TABLES.incidents![0]!, [ONE, "One", ...cells], ...TABLES.incidents!.slice(2)],
      });
      const verified = await bring(states("verified", "", TWO), { restores: true });
      expect(verified.report.incidents).toMatchObject({ unchanged: 3, changed: 0 });
      expect(told(verified.report.kept)).toEqual([
        ["incidents.csv", 2, "review_status", "kept.differs", "verified", "draft"],
        ["incidents.csv", 2, "merged_into", "kept.added", TWO, ""],
      ]);
      // The same file once more says the same again.
      const again = await bring(states("verified", "", TWO), { restores: true });
      expect(again.report.keptCount).toBe(2);
      const retracted = await bring(states("retracted", "Kim Chol-su (34) was free", ""));
      expect(told(retracted.report.kept)).toEqual([
        ["incidents.csv", 2, "review_status", "kept.differs", "retracted", "draft"],
        ["incidents.csv", 2, "retracted_reason", "kept.added", "[name] (34) was free", ""],
      ]);
      // A cell without a status says nothing.
      expect((await bring(states("", "", ""))).report.kept).toEqual([]);
      expect(await getIncident(store(), ADMIN, ONE)).toMatchObject({ reviewStatus: "draft" });
    });

    it("tells of a new incident what a draft is not", async () => {
      const incidents = [
        TABLES.incidents![0]!,
        ["INC-555555", "Five", "verified", "", ""],
        ["INC-666666", "Six", "retracted", "It was another", ""],
      ];
      const { report } = await bring({ incidents }, { mode: "check" });
      expect(report.incidents.created).toBe(2);
      expect(told(report.kept)).toEqual([
        ["incidents.csv", 2, "review_status", "kept.differs", "verified", "draft"],
        ["incidents.csv", 3, "review_status", "kept.differs", "retracted", "draft"],
        ["incidents.csv", 3, "retracted_reason", "kept.added", "It was another", ""],
      ]);
      const restored = await bring({ incidents }, { mode: "check", restores: true });
      expect(restored.report.kept).toEqual([]);
    });

    it("keeps what was edited here since the same file came in, and says so", async () => {
      const incidents = [TABLES.incidents![0]!, [TWO, "Second", "", "", ""]];
      const { report } = await bring({ incidents });
      expect(report.incidents.changed).toBe(1);
      const row = (await findIncident(store(), store().read, TWO))!;
      // Review alone edits nothing.
      await verify(store(), TWO);
      expect((await bring({ incidents })).report.kept).toEqual([]);
      const now = (await findIncident(store(), store().read, TWO))!;
      const document = await readDocument(store(), store().read, row);
      await reviseIncident(
        store(),
        {
          ref: TWO,
          version: now.version,
          document: { ...document, title: "The second" },
          reason: "",
        },
        ADMIN,
      );
      const again = await bring({ incidents });
      expect(again.report.incidents).toMatchObject({ unchanged: 1, changed: 0 });
      expect(told(again.report.kept)).toEqual([["incidents.csv", 2, "", "kept.edited", TWO, ""]]);
      expect(await getIncident(store(), ADMIN, TWO)).toMatchObject({
        document: { title: "The second" },
      });
    });

    it("tells which kept columns of former imports it does not take", async () => {
      const former = (kept: string) => [
        ["incident", "import", "file", "line", "action", "row_key", "row_digest", "kept"],
        [ONE, "a".repeat(24), "x.csv", "7", "created", "seven", "", kept],
      ];
      const incidents = TABLES.incidents!.slice(0, 2);
      const { report } = await bring({ incidents, imported_rows: former('{"Weather":"rain"}') });
      expect(told(report.kept)).toEqual([
        ["imported_rows.csv", 2, "kept", "kept.former_row", '{"Weather":"rain"}', ""],
      ]);
      const [heading, row] = former('{"Weather":"snow"}');
      const created = {
        incidents: [incidents[0]!, ["INC-777777", "Seven", "", "", ""]],
        imported_rows: [heading!, ["INC-777777", ...row!.slice(1)]],
      };
      expect((await bring(created)).report.kept).toEqual([]);
      expect((await bring(created)).report.kept).toEqual([]);
    });

    it("is shown whole by its page, and by what was kept of imports before", async () => {
      const { id } = await bring(
        { locations: [TABLES.locations![0]!, TABLES.locations![1]!.with(3, "Z")] },
        { mode: "check" },
      );
      const kept = async () => (await getImport(store(), ADMIN, id))?.report?.kept;
      expect(await kept()).toHaveLength(1);
      const { dataImport } = store().t;
      const [row] = await store().read.select().from(dataImport).where(eq(dataImport.id, id));
      const { kept: _kept, keptCount: _count, changed: _changed, ...before } = row!.report!;
      await store().tx((db) =>
        db
          .update(dataImport)
          .set({ report: before as never })
          .where(eq(dataImport.id, id)),
      );
      expect(await kept()).toEqual([]);
    });

    it("leaves a link that somebody has taken away since where an import is undone", async () => {
      const { id } = await bring({
        links: [TABLES.links![0]!, [ONE, TWO, "follows", "A year later"]],
      });
      const { incidentLink } = store().t;
      const [link] = await store().read.select().from(incidentLink);
      await unlinkIncidents(store(), { linkId: link!.id }, ADMIN);
      await undoImport(store(), { id, reason }, IMPORTER);
      expect(await noteOf()).toBeUndefined();
    });

    it("leaves a source that somebody has revised since where an import is undone", async () => {
      const { id } = await bring({
        sources: [TABLES.sources![0]!, [PAPER, "news", "Evening Paper", "B", "public", ""]],
      });
      const row = (await findSource(store(), store().read, PAPER))!;
      const source = await toSource(store(), store().read, row);
      const revised = { ...source, publisher: "Night Paper" };
      const { version } = row;
      await reviseSource(store(), { ref: PAPER, version, source: revised, reason: "" }, ADMIN);
      await undoImport(store(), { id, reason }, IMPORTER);
      expect(await publisherOf(PAPER)).toBe("Night Paper");
    });
  },
  { gazetteer: true },
);
