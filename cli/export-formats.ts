import { sourcesBibtex } from "../adapters/bibtex-writer";
import { csvLines } from "../adapters/csv-writer";
import { tableText } from "../adapters/data-package/table-text";
import { writeDataPackage } from "../adapters/data-package/write-data-package";
import { exportIncidentDetails } from "../db/queries/export-incident-details";
import { exportIncidents } from "../db/queries/export-incidents";
import { exportSources } from "../db/queries/export-sources";
import { exportTables } from "../db/queries/export-tables";
import { getFilterNames } from "../db/queries/get-filter-names";
import type { Store } from "../db/store";
import type { Actor } from "../domain/actor";
import {
  incidentsGeojson,
  incidentsJson,
  incidentsNdjson,
  sourcesCsl,
} from "../domain/api/incidents-text";
import { chosenCsvColumns } from "../domain/incident-columns";
import { csvRecord, csvRecords } from "../domain/incident-csv-columns";
import type { IncidentRequest } from "../domain/incident-request";
import type { Say } from "../domain/say";
import { aboutPackage } from "../domain/tables/about-package";
import { codebookMarkdown } from "../domain/tables/codebook-markdown";
import { columnsFor, TABLE_NAMES, type TableName } from "../domain/tables/data-tables";

type Context = {
  say: Say;
  locale: string;
  now: number;
  request: IncidentRequest;
  query: string;
};
type Write = (
  store: Store,
  actor: Actor,
  context: Context,
) => AsyncGenerator<string | Uint8Array, void, undefined>;

/** What `ledger export` writes. `isText`: it may go to standard output. */
export type ExportFormat = { name: string; isText: boolean; write: Write };

const today = ({ now }: Context) => new Date(now).toISOString().slice(0, 10);

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: "data-package", isText: false, write: dataPackage },
  // A folder, whose files are each written as the table that they are.
  { name: "tables", isText: false, write: nothing },
  { name: "csv", isText: true, write: caseSummary },
  {
    name: "json",
    isText: true,
    write: (store, actor, context) =>
      incidentsJson(exportIncidentDetails(store, actor, context.request), {
        query: context.query,
        today: today(context),
      }),
  },
  {
    name: "ndjson",
    isText: true,
    write: (store, actor, context) =>
      incidentsNdjson(exportIncidentDetails(store, actor, context.request), {
        today: today(context),
      }),
  },
  {
    name: "geojson",
    isText: true,
    write: (store, actor, context) =>
      incidentsGeojson(exportIncidentDetails(store, actor, context.request), {
        say: context.say,
        today: today(context),
      }),
  },
  {
    name: "csl-json",
    isText: true,
    write: (store, actor, { request }) => sourcesCsl(exportSources(store, actor, request)),
  },
  {
    name: "bibtex",
    isText: true,
    write: (store, actor, { request }) => sourcesBibtex(exportSources(store, actor, request)),
  },
  ...TABLE_NAMES.map((name) => ({ name, isText: true, write: table(name) })),
];

export function formatNamed(name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.name === name);
}

async function* nothing(): AsyncGenerator<string, void, undefined> {}

async function* dataPackage(store: Store, actor: Actor, context: Context) {
  const { say, locale, now } = context;
  const { filter } = context.request;
  const names = await getFilterNames(store, actor, filter);
  const tables = await exportTables(store, actor, { filter });
  try {
    const about = aboutPackage(
      filter,
      { names, say, locale },
      {
        readers: store.profile,
        created: now,
        licence: process.env.LEDGER_DATA_LICENCE ?? "",
        address: (process.env.PUBLIC_ADDRESS ?? "").replace(/\/$/, ""),
        incidents: tables.incidents,
      },
    );
    yield* writeDataPackage({
      about,
      codebook: codebookMarkdown(say),
      names: tables.names,
      rows: tables.rows,
      summary: () => csvRecords(tables.summaries(), { say, today: today(context) }),
    });
  } finally {
    await tables.close();
  }
}

function table(name: TableName): Write {
  return async function* (store, actor, { request: { filter } }) {
    const tables = await exportTables(store, actor, { filter });
    try {
      yield* tableText(columnsFor(name, tables.isInternal), tables.rows(name));
    } finally {
      await tables.close();
    }
  };
}

async function* caseSummary(store: Store, actor: Actor, context: Context) {
  const { say, request } = context;
  const columns = chosenCsvColumns(request.columns);
  yield csvLines([columns]);
  for await (const rows of exportIncidents(store, actor, request))
    yield csvLines(rows.map((row) => csvRecord(row, columns, { say, today: today(context) })));
}
