import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { writeDataPackage } from "../adapters/data-package/write-data-package";
import { openStore } from "../db/client";
import { exportTables } from "../db/queries/export-tables";
import { getFilterNames } from "../db/queries/get-filter-names";
import { csvRecords } from "../domain/incident-csv-columns";
import { parseIncidentFilter } from "../domain/incident-filter";
import { aboutPackage } from "../domain/tables/about-package";
import { codebookMarkdown } from "../domain/tables/codebook-markdown";
import { READER } from "./people";
import { whatItTook } from "./what-it-took";

// A program of its own: what it takes to write the data package of a filter to a file, and the memory at most.
const [url, query, path] = JSON.parse(process.argv[2]!) as [string, string, string];
const say = (key: string) => key;
const store = await openStore(url);
try {
  const { filter } = parseIncidentFilter(new URLSearchParams(query));
  const took = await whatItTook(async () => {
    const names = await getFilterNames(store, READER, filter);
    const tables = await exportTables(store, READER, { filter });
    try {
      const rest = { readers: store.profile, created: Date.UTC(2026, 6, 1), licence: "" };
      const about = aboutPackage(
        filter,
        { names, say, locale: "en" },
        { ...rest, address: "", incidents: tables.incidents },
      );
      const content = {
        about,
        codebook: codebookMarkdown(say),
        names: tables.names,
        rows: tables.rows,
        summary: () => csvRecords(tables.summaries(), { say, today: "2026-07-01" }),
      };
      await pipeline(writeDataPackage(content), createWriteStream(path));
      return tables.incidents;
    } finally {
      await tables.close();
    }
  });
  console.log(JSON.stringify(took));
} finally {
  await store.close();
}
