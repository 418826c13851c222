import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sha256 } from "../db/append-revision";
import { createImport } from "../db/commands/create-import";
import { runImport } from "../db/commands/run-import";
import { setImportMapping } from "../db/commands/set-import-mapping";
import { getImport } from "../db/queries/get-import";
import { readRemoved } from "../db/removed-incidents";
import { aRow } from "../db/testing-import";
import { headersDigest } from "../domain/import/table-headers";
import { tableMappingSchema } from "../domain/import/table-mapping";
import type { ActionTable, Ground } from "./action-row";
import { author } from "./protected-cases";

const IMPORT = "app/import/[id]/actions.ts";

/** The actions about imports. */
export const IMPORT_ACTIONS: ActionTable = {
  "app/import/actions.ts uploadAction": {
    least: "researcher",
    call: async () => ({ page: "/import", form: { file: new File([TABLE], "cases.csv") } }),
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
    // It works in the background.
    leavesNoTrace: true,
    call: async (ground) => {
      await runsAreOver(ground);
      const call = await ofImport(ground, { do: "check" });
      const said = { ...IMPORTED, id: call.form.id, mapping: MAPPING };
      await setImportMapping(ground.store, said, author);
      begun.push(call.form.id);
      return call;
    },
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
    leavesNoTrace: true,
    call: async (ground) => {
      await runsAreOver(ground);
      const id = await newImport(ground);
      const items = async function* () {
        yield aRow(2, { rowKey: id });
      };
      const how = { mode: "all", decisions: {}, restores: false } as const;
      await runImport(ground.store, { id, items, ...how }, author);
      begun.push(id);
      return { page: `/import/${id}`, form: { id, reason: "Not this one", confirmed: "yes" } };
    },
  },
};

/** The imports with which something was to be begun. */
const begun: string[] = [];

/** Waits until what was begun has ended and the public store has followed, or it would be taken for what the next call did. */
async function runsAreOver({ store }: Ground): Promise<void> {
  const isOver = async () => {
    const views = await Promise.all(begun.map((id) => getImport(store, author, id)));
    const removed = await readRemoved(store, store.read);
    return views.every((view) => !view?.begun) && removed.note === null;
  };
  for (let tries = 0; tries < 50 && !(await isOver()); tries++) await setTimeout(100);
  begun.length = 0;
}

async function ofImport<Form extends Record<string, string>>(ground: Ground, form: Form) {
  const id = await newImport(ground);
  const folder = join(process.env.LEDGER_E2E_FOLDER!, "imports");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, id), TABLE);
  return { page: `/import/${id}`, form: { id, ...form } };
}

async function newImport({ store }: Ground): Promise<string> {
  const file = { fileName: "cases.csv", fileSize: TABLE.length, sha256: sha256(TABLE) };
  const { id } = await createImport(store, { format: "table", ...file, ...IMPORTED }, author);
  return id;
}

const TABLE = "What,Total\nHeld at the bridge,3\n";
const IMPORTED = {
  reading: { encoding: "utf-8", bom: false, delimiter: "," },
  headersDigest: headersDigest(["What", "Total"], sha256),
} as const;
const MAPPING = tableMappingSchema.parse({
  columns: [
    { header: "What", field: "title" },
    { header: "Total", field: "persons" },
  ],
  defaults: { event_type: "detention" },
});
