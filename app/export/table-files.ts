import { tableText } from "../../adapters/data-package/table-text";
import { writeDataPackage } from "../../adapters/data-package/write-data-package";
import { exportTables } from "../../db/queries/export-tables";
import { csvRecords } from "../../domain/incident-csv-columns";
import { aboutPackage } from "../../domain/tables/about-package";
import { codebookMarkdown } from "../../domain/tables/codebook-markdown";
import { columnsFor, type TableName, tableNamed } from "../../domain/tables/data-tables";
import type { ExportFile } from "./export-response";

/** The data package of a filter. `settings`: the terms of the ledger's data, its address, and its language. */
export function dataPackageFile(settings: {
  licence: string;
  address: string;
  locale: string;
}): ExportFile {
  return {
    name: "data-package",
    ending: "zip",
    async *text(store, actor, { filter }, { names, say, now, today }) {
      const tables = await exportTables(store, actor, { filter });
      try {
        const { licence, address, locale } = settings;
        const about = aboutPackage(
          filter,
          { names, say, locale },
          {
            readers: store.profile,
            created: now,
            licence,
            address,
            incidents: tables.incidents,
          },
        );
        yield* writeDataPackage({
          about,
          codebook: codebookMarkdown(say),
          names: tables.names,
          rows: tables.rows,
          summary: () => csvRecords(tables.summaries(), { say, today }),
        });
      } finally {
        await tables.close();
      }
    },
  };
}

/** One of the full set of tables. */
export function tableFile(name: TableName): ExportFile {
  return {
    isInternal: tableNamed(name).isInternal === true,
    name,
    ending: "csv",
    async *text(store, actor, { filter }) {
      const tables = await exportTables(store, actor, { filter });
      try {
        yield* tableText(columnsFor(name, tables.isInternal), tables.rows(name));
      } finally {
        await tables.close();
      }
    },
  };
}
