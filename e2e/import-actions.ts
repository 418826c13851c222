import { createImport } from "../db/commands/create-import";
import { runImport } from "../db/commands/run-import";
import { aRow } from "../db/testing-import";
import type { ActionTable, Ground } from "./action-row";
import { author } from "./protected-cases";

const IMPORT = "app/import/[id]/actions.ts";

/** The actions about imports. */
export const IMPORT_ACTIONS: ActionTable = {
  "app/import/actions.ts uploadAction": {
    least: "researcher",
    leavesNoTrace: true,
    call: async () => ({ page: "/import", form: { file: "no file" } }),
  },
  [`${IMPORT} readingAction`]: {
    least: "researcher",
    leavesNoTrace: true,
    call: async (ground) => ofImport(ground, { encoding: "utf-8", delimiter: "," }),
  },
  [`${IMPORT} mappingAction`]: {
    least: "researcher",
    call: async (ground) => ofImport(ground, { do: "save" }),
  },
  [`${IMPORT} runImportAction`]: {
    least: "researcher",
    leavesNoTrace: true,
    call: async (ground) => ofImport(ground, { do: "check" }),
  },
  [`${IMPORT} stopImportAction`]: {
    least: "researcher",
    leavesNoTrace: true,
    call: async (ground) => ofImport(ground, {}),
  },
  [`${IMPORT} cancelImportAction`]: {
    least: "researcher",
    call: async (ground) => ofImport(ground, {}),
  },
  [`${IMPORT} undoImportAction`]: {
    least: "researcher",
    call: async (ground) => {
      const id = await newImport(ground);
      const items = async function* () {
        yield aRow(2, { rowKey: id });
      };
      const how = { mode: "all", decisions: {}, restores: false } as const;
      await runImport(ground.store, { id, items, ...how }, author);
      return { page: `/import/${id}`, form: { id, reason: "Not this one", confirmed: "yes" } };
    },
  },
};

async function ofImport(ground: Ground, form: Record<string, string>) {
  const id = await newImport(ground);
  return { page: `/import/${id}`, form: { id, ...form } };
}

async function newImport({ store }: Ground): Promise<string> {
  const { id } = await createImport(
    store,
    {
      format: "table",
      fileName: "cases.csv",
      fileSize: 1,
      sha256: "0".repeat(64),
      reading: { encoding: "utf-8", bom: false, delimiter: "," },
      headersDigest: "none",
    },
    author,
  );
  return id;
}
