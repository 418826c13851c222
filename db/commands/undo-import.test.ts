import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { ImportItem } from "../../domain/import/import-item";
import { exactly } from "../../domain/testing-documents";
import { checkLog } from "../queries/check-log";
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
  (store) => {
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
