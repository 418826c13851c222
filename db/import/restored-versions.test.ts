import { hash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { ImportFault } from "../../domain/import/import-item";
import { parseIncidentFilter } from "../../domain/incident-filter";
import type { TableName } from "../../domain/tables/data-tables";
import { readTables } from "../../domain/tables/read-tables";
import type { Cells } from "../../domain/tables/table-column";
import { fileOf, textFile } from "../../domain/tables/testing-files";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { addSource } from "../commands/add-source";
import { logIncident } from "../commands/log-incident";
import { reviseIncident } from "../commands/revise-incident";
import { undoImport } from "../commands/undo-import";
import { publicationDraft } from "../publication-draft";
import { checkDatabase } from "../queries/check-database";
import { checkLog } from "../queries/check-log";
import { exportTables } from "../queries/export-tables";
import { getReview } from "../queries/get-review";
import { findIncident, readDocument } from "../read-incident";
import { readPastVersion } from "../read-past-version";
import { removeIncident } from "../remove-incident";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { importRows } from "../testing-import";
import { verify } from "../testing-publication";
import { aWrittenSource } from "../testing-tables";

const ADMIN = { id: "admin", role: "admin" } as const;
const NAMES = ["incidents", "groups", "events", "event_places", "claims"] as const;

onBothEngines(
  "verified versions",
  (store) => {
    let ref: string;
    let [first, second]: string[] = [];
    let tables: Partial<Record<TableName, Cells[]>>;

    const exported = async () => {
      const { filter } = parseIncidentFilter(new URLSearchParams({ q: "Brickyard" }));
      const opened = await exportTables(store(), ADMIN, { filter });
      const rows: Partial<Record<TableName, Cells[]>> = {};
      for (const name of opened.names) {
        rows[name] = [];
        for await (const batch of opened.rows(name)) rows[name].push(...batch);
      }
      await opened.close();
      return rows;
    };
    const bring = async (
      versions: readonly Cells[],
      rest: Parameters<typeof importRows>[2] = { restores: true },
      given = tables,
    ) => {
      const files = [
        ...NAMES.map((name) => fileOf(name, given[name]!)),
        fileOf("verified_versions", versions, { file: "verified_versions.csv" }),
      ];
      const items = [];
      for await (const item of readTables(files, { digest: (text) => hash("sha256", text) }))
        items.push(item);
      return importRows(store(), items, rest);
    };
    const forget = () =>
      store().tx(async (db) =>
        removeIncident(store(), db, (await findIncident(store(), db, ref))!.id),
      );
    const told = (faults: readonly ImportFault[]) =>
      faults.map(({ file, line, column, issue: { code, values } }) => [
        file,
        line,
        column,
        code,
        values?.value ?? values?.number,
      ]);
    const documentOf = (title: string, sourceId: string, locationId: string) =>
      aDocument({
        title: `Brickyard, ${title}`,
        groups: [aGroup("g", { count: exactly(20) })],
        events: [anEvent("e", { places: [{ role: "at", locationId }] })],
        claims: [aClaim("c", sourceId, { field: "count", groupId: "g", count: exactly(20) })],
      });

    beforeAll(async () => {
      await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
      const add = (title: string) =>
        addSource(store(), { source: aWrittenSource({ title }) }, ADMIN);
      const [one, other] = [await add("First"), await add("Second")];
      [first, second] = [one.ref, other.ref];
      const document = documentOf("as first told", one.id, "CN-YN/kunming");
      ref = (await logIncident(store(), { document, reason: "" }, ADMIN)).ref;
      await verify(store(), ref);
      const revise = async (document: ReturnType<typeof documentOf>) => {
        const { version } = (await findIncident(store(), store().read, ref))!;
        await reviseIncident(store(), { ref, version, document, reason: "" }, ADMIN);
      };
      await revise(documentOf("as told again", other.id, "CN-SD/qingdao"));
      await verify(store(), ref);
      tables = await exported();
    });

    it("go out with what they name, and the last is not written out while it still stands", async () => {
      expect(tables.verified_versions).toMatchObject([
        { incident: ref, number: 1, by_same_person: false },
        { incident: ref, number: 2, by_same_person: false, content: "" },
      ]);
      const { document, sources } = JSON.parse(String(tables.verified_versions![0]!.content));
      expect(document).toMatchObject({
        title: "Brickyard, as first told",
        claims: [{ sourceId: first }],
      });
      expect(sources).toMatchObject([{ ref: first, title: "First" }]);
      const named = (name: TableName, column: string) =>
        tables[name]!.map((cells) => cells[column]);
      expect(named("sources", "reference")).toEqual([first, second].sort());
      expect(named("locations", "id")).toEqual(
        expect.arrayContaining(["CN-YN/kunming", "CN-SD/qingdao"]),
      );
    });

    it("come back with a restore, each as it was, and can be published", async () => {
      await forget();
      const { report } = await bring(tables.verified_versions!);
      expect(report).toMatchObject({ isApplied: true, faults: [], kept: [] });
      const row = (await findIncident(store(), store().read, ref))!;
      expect(row).toMatchObject({ reviewStatus: "verified", verifiedNumber: 2, version: 3 });
      const review = await getReview(store(), ADMIN, ref);
      expect(review!.verified).toMatchObject([
        { number: 2, version: 2, bySamePerson: false },
        { number: 1, version: 1, bySamePerson: false },
      ]);
      for (const [version, title] of [
        [1, "Brickyard, as first told"],
        [2, "Brickyard, as told again"],
        [3, "Brickyard, as told again"],
      ] as const) {
        const past = await readPastVersion(store(), store().read, row.id, { version });
        expect(past?.document?.title).toBe(title);
      }
      const { verifiedVersion } = store().t;
      const versions = await store()
        .read.select()
        .from(verifiedVersion)
        .where(eq(verifiedVersion.incidentId, row.id))
        .orderBy(verifiedVersion.number);
      expect(versions.map(({ sources }) => sources.map((source) => source.ref))).toEqual([
        [first],
        [second],
      ]);
      expect(versions[0]!.document.claims[0]!.sourceId).toBe(versions[0]!.sources[0]!.id);
      expect(versions[1]!.document).toEqual(await readDocument(store(), store().read, row));
      expect((await publicationDraft(store(), store().read, row))?.number).toBe(2);
      expect(await checkLog(store(), ADMIN)).toMatchObject({ faults: [] });
      expect(await checkDatabase(store(), ADMIN)).toEqual([]);
      expect(await exported()).toMatchObject({
        verified_versions: tables.verified_versions!.map(({ verified_at: _at, ...cells }) => cells),
      });
    });

    it("say nothing where they come once more, and are told where they are not those that are there", async () => {
      expect((await bring(tables.verified_versions!)).report.kept).toEqual([]);
      const [one, two] = tables.verified_versions!;
      const other = String(one!.content).replace("as first told", "as nobody told");
      const { report } = await bring([{ ...one, content: other }, two!, { ...one, number: 3 }]);
      expect(told(report.kept)).toEqual([
        ["verified_versions.csv", 2, "content", "kept.verified", 1],
        ["verified_versions.csv", 4, "content", "kept.verified", 3],
      ]);
    });

    it("go with the incident where its import is undone", async () => {
      await forget();
      const { id } = await bring(tables.verified_versions!);
      await undoImport(store(), { id, reason: "The wrong file" }, ADMIN);
      const { verifiedVersion } = store().t;
      expect(await store().read.select().from(verifiedVersion)).toEqual([]);
    });

    it("stay out of drafts, which is told", async () => {
      const { report } = await bring(tables.verified_versions!, { mode: "check" });
      expect(told(report.kept)).toEqual([
        ["data/incidents.csv", 2, "review_status", "kept.differs", "verified"],
        ["verified_versions.csv", 2, "content", "kept.verified", 1],
        ["verified_versions.csv", 3, "content", "kept.verified", 2],
      ]);
    });

    it("of what was edited since stay apart from what it is now", async () => {
      const incidents = [
        { ...tables.incidents![0], title: "Edited", review_status: "in_review" },
      ] as Cells[];
      const { id } = await bring(tables.verified_versions!.slice(0, 1), undefined, {
        ...tables,
        incidents,
      });
      const row = (await findIncident(store(), store().read, ref))!;
      expect(row).toMatchObject({ reviewStatus: "in_review", verifiedNumber: 1, title: "Edited" });
      await undoImport(store(), { id, reason: "The wrong file" }, ADMIN);
    });

    it("are searched for personal data like everything else, and named where they stand", async () => {
      const content = String(tables.verified_versions![0]!.content).replace(
        "as first told",
        "call 010-1234-5678",
      );
      const row = { ...tables.verified_versions![0], content } as Cells;
      const { report } = await bring([row]);
      expect(told(report.faults)).toEqual([
        ["verified_versions.csv", 2, "content", "personal_data.blocked", "010-1234-5678"],
      ]);
      expect(report.isApplied).toBe(false);
    });

    it("with anything wrong in them are named with their line", async () => {
      const heading = ["incident", "number", "by_same_person", "content"];
      const wrong = { document: { title: "" }, sources: [] };
      const content = String(tables.verified_versions![0]!.content);
      const file = textFile(
        "verified_versions",
        [
          heading,
          [ref, "1", "false", "[1]"],
          [ref, "2", "false", JSON.stringify(wrong)],
          [ref, "3", "false", content.replaceAll(String(first), "SRC-ZZZZZZ")],
          [ref, "4", "false", content.replace(`"ref":"${first}"`, `"ref":"${second}"`)],
          [ref, "5", "false", ""],
          [ref, "5", "true", ""],
          ["INC-ZZZZZZ", "1", "true", ""],
        ],
        "verified_versions.csv",
      );
      const files = [...NAMES.map((name) => fileOf(name, tables[name]!)), file];
      const items = [];
      for await (const item of readTables(files, { digest: (text) => hash("sha256", text) }))
        items.push(item);
      const { report } = await importRows(store(), items, { restores: true, mode: "check" });
      const found = told(report.faults).map(([, line, , code]) => [line, code]);
      expect(found).toEqual(
        expect.arrayContaining([
          [2, "cell.not_json"],
          [3, "text.required"],
          [4, "source.unknown"],
          [5, "source.unknown"],
          [7, "row.twice"],
          [8, "row.no_such"],
        ]),
      );
      expect(found.map(([line]) => line)).not.toContain(6);
    });
  },
  { gazetteer: true },
);
