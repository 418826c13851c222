import type { ImportItem, IncidentItem } from "../domain/import/import-item";
import type { NewSource } from "../domain/new-source";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { createImport } from "./commands/create-import";
import { type ImportMode, runImport } from "./commands/run-import";
import type { Store } from "./store";
import { aWrittenSource } from "./testing-tables";

export const IMPORTER = { id: "importer", role: "researcher" } as const;

/** A row of a table as its reader gives it: twenty held in Kunming, as a wire service has it. */
export function aRow(line: number, rest: Partial<IncidentItem> = {}): IncidentItem {
  return {
    what: "incident",
    at: { file: "cases.csv", line, column: "" },
    ref: null,
    rowKey: `cases ${line}`,
    rowDigest: `as in line ${line}`,
    columns: { title: "What", "groups.0.count": "Total" },
    fields: ["title", "summary", "persons", "date", "place"],
    kept: { Weather: "rain" },
    newSources: [WIRE],
    document: aRowDocument(`Case of line ${line}`),
    ...rest,
  };
}

const WIRE: NewSource = {
  key: "wire",
  source: aWrittenSource({ publisher: "Wire", title: "Held", kind: "news" }),
};

export function aRowDocument(title: string, count = exactly(20)) {
  return aDocument({
    title,
    groups: [aGroup("g:persons", { nationality: "KP", count })],
    events: [
      anEvent("e:main", {
        date: days("2014-07-15", "2014-07-15"),
        places: [{ role: "at", locationId: "CN-YN/kunming" }],
      }),
    ],
    claims: [
      aClaim("c:g:persons.count.1", "wire", { field: "count", groupId: "g:persons", count }),
    ],
  });
}

/** Brings rows in as an upload of their own; returns the import's id and its report. */
export async function importRows(
  store: Store,
  items: readonly ImportItem[],
  {
    mode = "all",
    ...options
  }: Partial<Parameters<typeof runImport>[1]> & { mode?: ImportMode } = {},
) {
  const { id } = await createImport(
    store,
    {
      format: "table",
      fileName: "cases.csv",
      fileSize: 1000,
      sha256: "0".repeat(64),
      reading: { encoding: "utf-8", bom: false, delimiter: "," },
      headersDigest: "headers",
    },
    IMPORTER,
  );
  const each = async function* () {
    yield* items;
  };
  const report = await runImport(
    store,
    { decisions: {}, restores: false, ...options, id, mode, items: each },
    IMPORTER,
  );
  return { id, report };
}
