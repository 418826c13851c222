import { expect, it } from "vitest";
import { getImport } from "../queries/get-import";
import { onBothEngines } from "../testing";
import { aRow, IMPORTER, importRows } from "../testing-import";
import { noteImportRun } from "./note-import-run";
import { runImport } from "./run-import";

onBothEngines(
  "what is done with an import",
  (store) => {
    it("is known to have begun until it has ended, a check too", async () => {
      const { id } = await importRows(store(), [aRow(2)], { mode: "check" });
      const begun = async () => (await getImport(store(), IMPORTER, id))?.begun;
      const how = { id, decisions: {}, restores: false };
      const items = async function* () {
        yield aRow(2);
      };
      for (const [mode, kind] of [
        ["check", "check"],
        ["all", "apply"],
      ] as const) {
        await noteImportRun(store(), { id, kind }, IMPORTER);
        expect(await begun()).toEqual({ kind, at: expect.any(Number) });
        await runImport(store(), { ...how, mode, items }, IMPORTER);
        expect(await begun()).toBeNull();
      }
    });

    it("is no more begun once it was stopped", async () => {
      const { id } = await importRows(store(), [aRow(3)]);
      await noteImportRun(store(), { id, kind: "undo" }, IMPORTER);
      await noteImportRun(store(), { id, kind: null }, IMPORTER);
      expect((await getImport(store(), IMPORTER, id))?.begun).toBeNull();
    });
  },
  { gazetteer: true },
);
