import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { checkIncident } from "../check-incident";
import type { ImportItem } from "../import/import-item";
import { incidentDocumentSchema } from "../incident";
import { sourceSchema } from "../source";
import { LINK_TYPES } from "../vocabulary";
import { importedRowCells } from "./imported-rows-table";
import { INCIDENT_TABLES } from "./incident-tables";
import { linkCells, notSameCells } from "./links-tables";
import { locationCells } from "./locations-table";
import { readTables } from "./read-tables";
import { sourceCells } from "./sources-table";
import { anyDocument, anyLedger, anySource } from "./testing-any-ledger";
import { anIncidentRecord, fileOf, rowsOf } from "./testing-files";

vi.setConfig({ testTimeout: 120_000 });

const REFS = ["INC-222222", "INC-333333", "INC-444444"];

async function readAll(files: Parameters<typeof readTables>[0]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of readTables(files, { digest: (text) => hash("sha256", text) }))
    items.push(item);
  return items;
}

it("what is written into the tables is read back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(anyLedger, fc.boolean(), async (made, isTurned) => {
      const [first, second, third] = made.sources;
      const sources = [
        // A copy before what it copies.
        { ...first, ref: "SRC-222222", derivedFrom: ["SRC-333333", "SRC-444444"] },
        { ...second, ref: "SRC-333333", derivedFrom: ["SRC-444444"] },
        { ...third, ref: "SRC-444444" },
      ];
      const records = made.documents.map((doc, at) => {
        const reviewStatus = made.statuses[at]!;
        return {
          doc,
          record: anIncidentRecord(REFS[at]!, {
            reviewStatus,
            retractedReason: reviewStatus === "retracted" ? made.reason : null,
            mergedInto: at === 1 ? REFS[0]! : null,
          }),
        };
      });
      const rows = records.map(({ record, doc }) => rowsOf(record, doc));
      const former = {
        incident: REFS[0]!,
        import: "abc",
        file: "",
        line: made.line,
        action: "created" as const,
        rowKey: made.note,
        rowDigest: "d",
        kept: made.kept,
      };
      const link = { from: REFS[0]!, to: REFS[1]!, type: LINK_TYPES[0], note: made.note };
      const notSame = { first: REFS[0]!, second: REFS[1]!, reason: made.note };
      const files = [
        ...INCIDENT_TABLES.map((table) => {
          const all = rows.flatMap((some) => some[table]);
          // In another order of incidents too, though not of incidents.csv, which says it.
          return fileOf(table, isTurned && table !== "incidents" ? all.toReversed() : all);
        }),
        fileOf("sources", sources.map(sourceCells)),
        fileOf("locations", made.locations.map(locationCells)),
        fileOf(
          "location_names",
          made.locations.flatMap(({ id, aliases }) =>
            aliases.map((name) => ({ location: id, name })),
          ),
        ),
        fileOf("links", [linkCells(link)]),
        fileOf("not_same", [notSameCells(notSame)]),
        fileOf("imported_rows", [importedRowCells(former)]),
      ];
      const items = await readAll(files);
      expect(items.filter(({ what }) => what === "faults")).toEqual([]);
      expect(items.flatMap((item) => ("faults" in item ? item.faults : []))).toEqual([]);

      const locations = items.flatMap((item) => (item.what === "location" ? [item.location] : []));
      expect(locations).toEqual(made.locations.toReversed());
      const read = items.flatMap((item) =>
        item.what === "source" ? [{ ...item.source, ref: item.ref }] : [],
      );
      expect(read).toEqual(sources.toReversed());
      const incidents = items.flatMap((item) => (item.what === "incident" ? [item] : []));
      expect(incidents.map(({ ref }) => ref)).toEqual(records.map(({ record }) => record.ref));
      expect(incidents.map((item) => item.document)).toEqual(records.map(({ doc }) => doc));
      expect(incidents.map((item) => item.review)).toEqual(
        records.map(({ record: { reviewStatus: status, retractedReason, mergedInto } }) => ({
          status,
          retractedReason,
          mergedInto,
        })),
      );
      expect(incidents[0]!.former).toMatchObject([former]);
      expect(items.at(-2)).toMatchObject({ what: "link", ...link });
      expect(items.at(-1)).toMatchObject({ what: "not_same", ...notSame });
      expect(items.map(({ what }) => what)).toEqual([
        ...Array(4).fill("location"),
        ...Array(3).fill("source"),
        ...records.map(() => "incident"),
        "link",
        "not_same",
      ]);
    }),
    { numRuns: 150 },
  );
});

it("what is made up for it would be accepted by the ledger", () => {
  fc.assert(
    fc.property(anyDocument, anySource, (doc, made) => {
      expect(incidentDocumentSchema.parse(doc)).toEqual(doc);
      expect(checkIncident(doc)).toEqual([]);
      expect(sourceSchema.parse(made)).toEqual(made);
    }),
    { numRuns: 150 },
  );
});
