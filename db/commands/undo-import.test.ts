import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { ImportItem } from "../../domain/import/import-item";
import { exactly } from "../../domain/testing-documents";
import { checkLog } from "../queries/check-log";
import { checkUndo } from "../queries/check-undo";
import { getImport } from "../queries/get-import";
import { getIncident } from "../queries/get-incident";
import { listImports } from "../queries/list-imports";
import { onBothEngines } from "../testing";
import { aRow, aRowDocument, IMPORTER, importRows } from "../testing-import";
import { readContents, withoutTimes } from "../testing-store-contents";
import { aWrittenSource } from "../testing-tables";
import { commentOnIncident } from "./comment-on-incident";
import { undoImport } from "./undo-import";

const ADMIN = { id: "admin", role: "admin" } as const;
const undo = { reason: "The wrong file" };

const at = (line: number) => ({ file: "x", line, column: "" });
const LOCATION: ImportItem = {
  what: "location",
  at: at(1),
  location: {
    id: "CN-YN/a-new-town",
    parentId: "CN-YN",
    kind: "locality",
    facilityKind: null,
    nameEn: "A new town",
    nameKo: null,
    nameZh: "新镇",
    aliases: ["Xinzhen"],
    lat: null,
    lon: null,
    wherePrecision: null,
    note: "",
    origin: "project",
    countryId: "CN",
    provinceId: "CN-YN",
    localityId: "CN-YN/a-new-town",
  },
};
const source = (ref: string, title: string, derivedFrom: string[] = []): ImportItem => ({
  what: "source",
  at: at(1),
  ref,
  source: aWrittenSource({ title, derivedFrom }),
});

onBothEngines(
  "undoing an import",
  (store, url) => {
    /** All but the log, how often something was written, and that there was an import. */
    const cases = async () => {
      const {
        dataImport: _i,
        importMapping: _m,
        revision: _r,
        ledgerState: _s,
        ...rest
      } = withoutTimes(await readContents(store()));
      return rest;
    };
    const refOf = async (title: string) => {
      const { incident } = store().t;
      const [row] = await store()
        .read.select({ ref: incident.ref })
        .from(incident)
        .where(eq(incident.title, title));
      return row!.ref;
    };

    it("leaves the ledger as it was: incidents, sources, places, links and decisions", async () => {
      await importRows(store(), [aRow(1)]);
      const before = await cases();
      const town = { role: "at", locationId: "CN-YN/a-new-town" } as const;
      const document = aRowDocument("In the new town");
      document.events[0]!.places = [town];
      document.claims[0]!.sourceId = "SRC-22222B";
      const { id, report } = await importRows(store(), [
        LOCATION,
        source("SRC-22222A", "Original"),
        source("SRC-22222B", "Copy", ["SRC-22222A"]),
        aRow(10, { ref: "INC-22222A", columns: undefined, document, newSources: [] }),
        aRow(11, { ref: "INC-22222B" }),
        {
          what: "link",
          at: at(1),
          from: "INC-22222A",
          to: "INC-22222B",
          type: "follows",
          note: "",
        },
        {
          what: "not_same",
          at: at(2),
          first: "INC-22222A",
          second: "INC-22222B",
          reason: "Other people",
        },
        aRow(1, { rowDigest: "new", document: aRowDocument("Case of line 1", exactly(25)) }),
      ]);
      expect(report).toMatchObject({
        isApplied: true,
        incidents: { created: 2, changed: 1 },
        sources: { created: 2 },
        locations: { created: 1 },
        links: { created: 2 },
      });
      expect((await getImport(store(), IMPORTER, id))?.undo).toEqual({
        removed: 2,
        restored: 1,
        left: [],
      });
      const done = await undoImport(store(), { id, ...undo }, IMPORTER);
      expect(done).toEqual({ removed: 2, restored: 1, left: [] });
      const after = await cases();
      // What was changed and restored has three versions, and is the same.
      const versions = after.incident!.map((row) => row.version);
      expect(versions).toEqual([3]);
      for (const row of after.incident!) row.version = 1;
      expect(after).toEqual(before);
      expect(await checkLog(store(), ADMIN)).toMatchObject({ faults: [] });
      expect(await listImports(store(), IMPORTER)).toMatchObject([
        { id, state: "undone", counts: { created: 2 } },
        { state: "applied" },
      ]);
    });

    it("leaves what somebody touched since, and says so", async () => {
      const { id } = await importRows(store(), [aRow(20), aRow(21)]);
      const ref = await refOf("Case of line 20");
      await commentOnIncident(
        store(),
        { ref, claimId: null, body: "Is this so?", mentions: [] },
        IMPORTER,
      );
      expect(await undoImport(store(), { id, ...undo }, IMPORTER)).toEqual({
        removed: 1,
        restored: 0,
        left: [{ ref, title: "Case of line 20" }],
      });
      expect(await getIncident(store(), IMPORTER, ref)).not.toBeNull();
    });

    it("lets the same file come in anew", async () => {
      const first = await importRows(store(), [aRow(30)]);
      await undoImport(store(), { id: first.id, ...undo }, IMPORTER);
      const again = await importRows(store(), [aRow(30)]);
      expect(again.report.incidents).toMatchObject({ created: 1 });
    });

    it("tells how far it is, and keeps nothing of it where it is stopped", async () => {
      const { id } = await importRows(store(), [aRow(50), aRow(51), aRow(52)]);
      const before = await cases();
      const stop = new AbortController();
      const told: number[][] = [];
      const onProgress = (...progress: number[]) => {
        told.push(progress);
        stop.abort(new Error("stopped"));
      };
      const stopped = { id, ...undo, onProgress, signal: stop.signal };
      await expect(undoImport(store(), stopped, IMPORTER)).rejects.toThrow("stopped");
      expect(told).toEqual([[0, 3]]);
      expect(await cases()).toEqual(before);
      const { signal: _none, ...whole } = stopped;
      await undoImport(store(), whole, IMPORTER);
      expect(told.slice(1).map(String)).toEqual(["0,3", "1,3", "2,3", "3,3"]);
    });

    it("killed in the middle has done nothing, is known to have begun, and can be done again", async () => {
      const { id } = await importRows(store(), [aRow(60), aRow(61)]);
      const before = await cases();
      const undoing = `
        import { openStore } from "./db/client";
        import { noteImportRun } from "./db/commands/note-import-run";
        import { undoImport } from "./db/commands/undo-import";
        const importer = { id: "importer", role: "researcher" };
        const store = await openStore(${JSON.stringify(url())});
        await noteImportRun(store, { id: "${id}", kind: "undo" }, importer);
        const onProgress = (done) => done === 2 && process.kill(process.pid, "SIGKILL");
        await undoImport(store, { id: "${id}", reason: "Killed", onProgress }, importer);`;
      const { signal, stderr } = spawnSync(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "--eval", undoing],
        { cwd: resolve(import.meta.dirname, "../.."), encoding: "utf8" },
      );
      expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
      expect(await cases()).toEqual(before);
      const begun = { kind: "undo", at: expect.any(Number) };
      expect(await getImport(store(), IMPORTER, id)).toMatchObject({ state: "applied", begun });
      expect(await checkLog(store(), ADMIN)).toMatchObject({ faults: [] });

      await undoImport(store(), { id, ...undo }, IMPORTER);
      const undone = { state: "undone", begun: null };
      expect(await getImport(store(), IMPORTER, id)).toMatchObject(undone);
    });

    it("is refused beforehand for what it would be refused for, and nothing is written for that", async () => {
      const { id } = await importRows(store(), [aRow(70)]);
      const before = withoutTimes(await readContents(store()));
      const refusal = (input: { id: string; reason: string }) =>
        checkUndo(store(), IMPORTER, input).then(
          () => null,
          (error) => error.issues ?? error.code,
        );
      expect(await refusal({ id, ...undo })).toBeNull();
      expect(await refusal({ id, reason: "" })).toMatchObject([{ path: "reason" }]);
      expect(await refusal({ id, reason: "Ask 010-1234-5678" })).toMatchObject([
        { path: "reason", code: "personal_data.blocked" },
      ]);
      expect(await refusal({ id: "none", ...undo })).toBe("import.not_found");
      expect(withoutTimes(await readContents(store()))).toEqual(before);
      await undoImport(store(), { id, ...undo }, IMPORTER);
      expect(await refusal({ id, ...undo })).toBe("import.not_possible");
    });

    it("wants a reason, and an import that was applied", async () => {
      const { id } = await importRows(store(), [aRow(40)], { mode: "check" });
      await expect(undoImport(store(), { id, reason: "" }, IMPORTER)).rejects.toThrow(
        "invalid_input",
      );
      await expect(undoImport(store(), { id, ...undo }, IMPORTER)).rejects.toThrow(
        "import.not_possible",
      );
      await expect(undoImport(store(), { id: "none", ...undo }, IMPORTER)).rejects.toThrow(
        "import.not_found",
      );
    });
  },
  { gazetteer: true },
);
