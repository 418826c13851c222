import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { parseIncidentFilter } from "../../domain/incident-filter";
import type { PartialDate } from "../../domain/partial-date";
import { aDocument, exactly } from "../../domain/testing-documents";
import { systemClock } from "../clock";
import { checkLog } from "../queries/check-log";
import { countIncidents } from "../queries/count-incidents";
import { findSimilar, type SimilarTo } from "../queries/find-similar";
import { getIncident } from "../queries/get-incident";
import { onBothEngines } from "../testing";
import { aRow, aRowDocument, IMPORTER, importRows } from "../testing-import";
import { readContents, withoutTimes } from "../testing-store-contents";
import { reviseIncident } from "./revise-incident";
import { runImport } from "./run-import";

const ADMIN = { id: "admin", role: "admin" } as const;

onBothEngines(
  "importing",
  (store) => {
    const contents = async () => withoutTimes(await readContents(store()));
    /** All but what is remembered of imports and of how often something was written. */
    const cases = async () => {
      const {
        dataImport: _imports,
        revision: _log,
        ledgerState: _state,
        ...rest
      } = await contents();
      return rest;
    };
    const titled = async (title: string) => {
      const { incident } = store().t;
      const rows = await store().read.select().from(incident).where(eq(incident.title, title));
      expect(rows.map((row) => row.title)).toEqual([title]);
      return rows[0]!;
    };
    let n = 0;
    beforeEach(() => {
      n += 100;
    });

    it("logs each row as an internal draft, its source once, its kept columns beside it", async () => {
      const { id, report } = await importRows(store(), [aRow(n + 2), aRow(n + 3)]);
      expect(report).toMatchObject({
        isApplied: true,
        rows: 2,
        incidents: { created: 2, changed: 0, unchanged: 0, failed: 0 },
        faults: [],
      });
      const row = await titled(`Case of line ${n + 2}`);
      expect(row).toMatchObject({
        reviewStatus: "draft",
        publication: "internal",
        personsBest: 20,
      });
      const { importedRow, source } = store().t;
      const rows = await store()
        .read.select()
        .from(importedRow)
        .where(eq(importedRow.incidentId, row.id));
      expect(rows).toMatchObject([
        { importId: id, line: n + 2, action: "created", version: 1, kept: { Weather: "rain" } },
      ]);
      const wires = await store().read.select().from(source).where(eq(source.publisher, "Wire"));
      expect(wires).toHaveLength(1);
      const found = await getIncident(store(), IMPORTER, row.ref);
      expect(found?.document.claims).toMatchObject([{ sourceId: wires[0]!.id }]);
      expect(await checkLog(store(), ADMIN)).toMatchObject({ faults: [] });
    });

    it("finds nothing of a check in the ledger, and the same report as the import's", async () => {
      const before = await cases();
      const checked = await importRows(store(), [aRow(n + 2), aRow(n + 3)], { mode: "check" });
      expect(checked.report).toMatchObject({ isApplied: false, incidents: { created: 2 } });
      expect(await cases()).toEqual(before);
      const applied = await importRows(store(), [aRow(n + 2), aRow(n + 3)]);
      expect({ ...applied.report.incidents }).toEqual(checked.report.incidents);
    });

    it("changes nothing when the same rows come again", async () => {
      await importRows(store(), [aRow(n + 2), aRow(n + 3)]);
      const before = await cases();
      const again = await importRows(store(), [aRow(n + 2), aRow(n + 3)]);
      expect(again.report.incidents).toEqual({ created: 0, changed: 0, unchanged: 2, failed: 0 });
      expect(await cases()).toEqual(before);
    });

    it("takes from a changed row what it says otherwise, and leaves what was edited by hand", async () => {
      await importRows(store(), [aRow(n + 2)]);
      const row = await titled(`Case of line ${n + 2}`);
      const { document } = (await getIncident(store(), IMPORTER, row.ref))!;
      await reviseIncident(
        store(),
        {
          ref: row.ref,
          version: 1,
          document: { ...document, summary: "Checked by hand." },
          reason: "",
        },
        IMPORTER,
      );
      const changed = aRow(n + 2, {
        rowDigest: "otherwise",
        document: aRowDocument(`Case of line ${n + 2}`, exactly(23)),
      });
      const { report } = await importRows(store(), [changed]);
      expect(report.incidents).toMatchObject({ changed: 1 });
      expect(report.listed[0]).toMatchObject({ ref: row.ref, action: "changed", line: n + 2 });
      expect(report.listed[0]!.changes.map(({ path }) => path)).toEqual([
        "groups.g:persons",
        "claims.c:g:persons.count.1",
      ]);
      expect(await titled(`Case of line ${n + 2}`)).toMatchObject({
        personsBest: 23,
        summary: "Checked by hand.",
      });
    });

    it("writes nothing where a row is faulty, and says which column of which line", async () => {
      const before = await cases();
      const bad = aRow(n + 3, { document: aDocument({ title: "" }), newSources: [] });
      const { report } = await importRows(store(), [aRow(n + 2), bad]);
      expect(report).toMatchObject({ isApplied: false, incidents: { created: 1, failed: 1 } });
      expect(report.faults).toMatchObject([
        { file: "cases.csv", line: n + 3, column: "What", issue: { code: "text.required" } },
      ]);
      expect(await cases()).toEqual(before);
    });

    it("keeps the good rows where that is asked, without a trace of the faulty one", async () => {
      const bad = aRow(n + 3, {
        document: aDocument({ title: "" }),
        newSources: [
          { key: "x", source: { ...aRow(1).newSources[0]!.source, title: `Only ${n}` } },
        ],
      });
      const { report } = await importRows(store(), [aRow(n + 2), bad], { mode: "good" });
      expect(report).toMatchObject({ isApplied: true, incidents: { created: 1, failed: 1 } });
      await titled(`Case of line ${n + 2}`);
      const { source } = store().t;
      expect(
        await store()
          .read.select()
          .from(source)
          .where(eq(source.title, `Only ${n}`)),
      ).toEqual([]);
    });

    it("names once the cell with personal data that went into several texts", async () => {
      const document = aRowDocument("Held near  Kim Chol-su (34)");
      document.summary = "Kim Chol-su (34) was there.";
      const cells = { Cause: "Held", Place: "near  Kim Chol-su (34)" };
      const { report } = await importRows(store(), [aRow(n + 2, { document, cells, columns: {} })]);
      expect(report.faults).toMatchObject([
        { line: n + 2, column: "Place", issue: { values: { words: "Kim Chol-su" } } },
      ]);
    });

    it("refuses personal data in a kept column, names too, unless it is told what to do with them", async () => {
      const named = aRow(n + 2, { kept: { Reporter: "Kim Chol-su (34)" } });
      const refused = await importRows(store(), [named]);
      expect(refused.report.faults).toMatchObject([
        { line: n + 2, column: "Reporter", issue: { code: "personal_data.undecided" } },
      ]);
      const phoned = aRow(n + 3, { kept: { Reporter: "call +82 10-1234-5678" } });
      const blocked = await importRows(store(), [phoned], {
        decisions: { phone: { do: "keep", reason: "no" } },
      });
      expect(blocked.report.faults).toMatchObject([{ issue: { code: "personal_data.blocked" } }]);
      const redacted = await importRows(store(), [named], {
        decisions: { name: { do: "redact" } },
      });
      expect(redacted.report.faults).toEqual([]);
      const { importedRow } = store().t;
      const [row] = await store()
        .read.select()
        .from(importedRow)
        .where(eq(importedRow.importId, redacted.id));
      expect(row?.kept).toEqual({ Reporter: "[name] (34)" });
    });

    it("holds a case summary against the incident that it names, and never writes it", async () => {
      await importRows(store(), [aRow(n + 2)]);
      const { ref, title } = await titled(`Case of line ${n + 2}`);
      const before = await cases();
      const summary = (people: number) =>
        aRow(n + 50, {
          ref,
          newSources: [],
          fields: ["title", "persons_best", "date_earliest"],
          document: { ...aRowDocument(title, exactly(people)), claims: [] },
        });
      const same = await importRows(store(), [summary(20)]);
      expect(same.report).toMatchObject({ faults: [], incidents: { unchanged: 1, changed: 0 } });
      const other = await importRows(store(), [summary(21)], { mode: "good" });
      expect(other.report.faults).toMatchObject([
        { column: "Total", issue: { code: "row.summary_differs", values: { value: "21" } } },
      ]);
      expect(await cases()).toEqual(before);
    });

    it("ends without a trace when it is cancelled, and can be run again", async () => {
      const before = await cases();
      const stop = new AbortController();
      const items = async function* () {
        yield aRow(n + 2);
        stop.abort(new Error("cancelled"));
        yield aRow(n + 3);
      };
      const { id } = await importRows(store(), [], { mode: "check" });
      const run = (signal: AbortSignal) =>
        runImport(
          store(),
          { id, mode: "all", items, decisions: {}, restores: false, signal },
          IMPORTER,
        );
      await expect(run(stop.signal)).rejects.toThrow("cancelled");
      expect(await cases()).toEqual(before);
      expect(await run(new AbortController().signal)).toMatchObject({ isApplied: true });
      await expect(run(new AbortController().signal)).rejects.toThrow("import.not_possible");
    });

    it("is found by lists and search at once", async () => {
      const q = `Zanzibar${n}`;
      await importRows(store(), [aRow(n + 2, { document: aRowDocument(`Case of ${q}`) })]);
      const { filter } = parseIncidentFilter(new URLSearchParams({ q }));
      expect(await countIncidents(store(), IMPORTER, [filter])).toEqual([1]);
    });

    it("says which rows may be cases that are there already", async () => {
      // Of many that are alike only some are named.
      const document = aRowDocument(`Brickyard behind the quarry ${n}`, exactly(37));
      await importRows(store(), [aRow(n + 2, { document })]);
      const ref = (await titled(document.title)).ref;
      const findSimilarTo = (asked: readonly SimilarTo[]) => findSimilar(store(), IMPORTER, asked);
      const { report } = await importRows(store(), [aRow(n + 3, { document })], {
        mode: "check",
        findSimilar: findSimilarTo,
      });
      expect(report).toMatchObject({ compared: 1, similar: [{ line: n + 3, file: "cases.csv" }] });
      expect(report.similar[0]!.similar.map((one) => one.ref)).toContain(ref);
    });

    it("brings a source with the next row that cites it, where the first failed", async () => {
      const wire = aRow(1).newSources[0]!.source;
      const newSources = [{ key: `n${n}`, source: { ...wire, title: `Brought ${n}` } }];
      const cites = (title: string) => {
        const { claims, ...rest } = aRowDocument(title);
        return { ...rest, claims: claims.map((claim) => ({ ...claim, sourceId: `n${n}` })) };
      };
      const bad = { ...cites("Bad"), groups: [] };
      const { report } = await importRows(
        store(),
        [
          aRow(n + 2, { document: bad, newSources }),
          aRow(n + 3, { document: cites(`Good ${n}`), newSources }),
        ],
        { mode: "good" },
      );
      expect(report).toMatchObject({ isApplied: true, incidents: { created: 1, failed: 1 } });
      const { document } = (await getIncident(store(), IMPORTER, (await titled(`Good ${n}`)).ref))!;
      const { source } = store().t;
      const brought = await store()
        .read.select()
        .from(source)
        .where(eq(source.title, `Brought ${n}`));
      expect(brought.map(({ id }) => id)).toEqual([document.claims[0]!.sourceId]);
      expect(await checkLog(store(), ADMIN)).toMatchObject({ faults: [] });
    });

    it("tells where a row says otherwise than a source that is there, which stays, and keeps the cell", async () => {
      const wire = { ...aRow(1).newSources[0]!.source, title: `There ${n}` };
      const cites = (key: string) => {
        const { claims, ...rest } = aRowDocument(`Case ${key}`);
        return { ...rest, claims: claims.map((claim) => ({ ...claim, sourceId: key })) };
      };
      const row = (line: number, key: string, source: typeof wire) =>
        aRow(line, {
          document: cites(key),
          newSources: [{ key, source }],
          cells: { Sort: source.kind },
          ofSources: { kind: "Sort", access: "" },
        });
      await importRows(store(), [row(n + 2, `k${n}`, wire)]);
      const otherwise = { ...wire, kind: "ngo", access: "restricted" } as const;
      const { report } = await importRows(store(), [
        row(n + 3, `l${n}`, otherwise),
        row(n + 4, `m${n}`, otherwise),
      ]);
      expect(report.sources).toMatchObject({ created: 0, changed: 0 });
      const kind = { code: "kept.differs", values: { value: "ngo", here: "news" } };
      expect(report.kept).toMatchObject([
        { line: n + 3, column: "Sort", issue: kind },
        {
          line: n + 3,
          column: "source_access",
          issue: { code: "kept.differs", values: { value: "restricted", here: "public" } },
        },
        { line: n + 4, column: "Sort", issue: kind },
      ]);
      const { importedRow, source } = store().t;
      const { id } = await titled(`Case l${n}`);
      const [kept] = await store()
        .read.select()
        .from(importedRow)
        .where(eq(importedRow.incidentId, id));
      expect(kept?.kept).toMatchObject({ Sort: "ngo" });
      const there = await store().read.select().from(source).where(eq(source.title, wire.title));
      expect(there).toMatchObject([{ kind: "news", access: "public" }]);
    });

    it("tells another day of publication, and none where only its words are others", async () => {
      const there = { ...aRow(1).newSources[0]!.source, title: `Dated ${n}` };
      const month = { earliest: "2014-07-01", latest: "2014-07-31" };
      const july = {
        text: "July",
        ...month,
        kind: "within",
        basis: "stated",
        precision: 4,
      } as const;
      const row = (line: number, published: PartialDate | null) =>
        aRow(line, {
          document: {
            ...aRowDocument(`Dated in line ${line}`),
            claims: aRowDocument("").claims.map((claim) => ({ ...claim, sourceId: `d${line}` })),
          },
          newSources: [{ key: `d${line}`, source: { ...there, published } }],
          cells: { Day: published?.text ?? "" },
          ofSources: { published: "Day" },
        });
      await importRows(store(), [row(n + 2, july)]);
      const { report } = await importRows(store(), [
        row(n + 3, { ...july, text: "2014-07" }),
        row(n + 4, {
          ...july,
          text: "8 July",
          earliest: "2014-07-08",
          latest: "2014-07-08",
          precision: 1,
        }),
      ]);
      expect(report.kept).toMatchObject([
        {
          line: n + 4,
          column: "Day",
          issue: { code: "kept.differs", values: { value: "2014-07-08", here: "2014-07" } },
        },
      ]);
    });

    it("brings rows of former imports back one by one, and nothing in them that must not be here", async () => {
      const former = (importId: string, Note: string) => ({
        incident: "INC-22222F",
        import: importId.repeat(24),
        file: "",
        line: 2,
        action: "created" as const,
        rowKey: "the same row",
        rowDigest: "",
        kept: { Note },
      });
      const rows = [former("a", "wet"), former("b", "dry")];
      const row = (former: typeof rows) =>
        aRow(7_000, { ref: "INC-22222F", former, kept: {}, rowKey: "INC-22222F" });
      const { report } = await importRows(store(), [row([...rows, former("c", "010-1234-5678")])]);
      expect(report.faults.map(({ column, issue }) => [column, issue.code])).toEqual([
        ["Note", "personal_data.blocked"],
      ]);
      expect((await importRows(store(), [row(rows)])).report.isApplied).toBe(true);
      const { importedRow } = store().t;
      const kept = await store()
        .read.select({ file: importedRow.file, kept: importedRow.kept })
        .from(importedRow)
        .where(eq(importedRow.rowKey, "the same row"))
        .orderBy(importedRow.file);
      expect(kept).toEqual([
        { file: `${"a".repeat(24)}: `, kept: { Note: "wet" } },
        { file: `${"b".repeat(24)}: `, kept: { Note: "dry" } },
      ]);
    });

    it("is refused to who may only read", async () => {
      const reader = { id: "v", role: "viewer" } as const;
      const items = async function* () {};
      await expect(
        runImport(
          store(),
          { id: "x", mode: "all", items, decisions: {}, restores: false },
          reader,
          systemClock,
        ),
      ).rejects.toThrow("not_allowed");
    });
  },
  { gazetteer: true },
);
