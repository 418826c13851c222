import { TABLE_NAMES, type TableName, tableNamed } from "../../domain/tables/data-tables";

/** The parts of the page of exports, in its order. */
export const FORMAT_SECTIONS = ["whole", "reading", "programs", "citing", "tables"] as const;

/**
 * A file that can be taken away for a filter. `id`: of its texts, `exports.formats.<id>.name` and `.for` in messages.
 * `more`: what its address asks beside the filter. `table`: it is one of the full set of tables, which say what they are
 * themselves. `isInternal`: only for those who may log incidents.
 */
export type ExportChoice = {
  id: string;
  section: (typeof FORMAT_SECTIONS)[number];
  path: string;
  more?: readonly [name: string, value: string][];
  table?: TableName;
  isInternal?: boolean;
};

/** All files, each a line; the page lists them in this order. */
export const EXPORT_CHOICES: readonly ExportChoice[] = [
  { id: "package", section: "whole", path: "/export/data-package.zip" },
  { id: "csv", section: "reading", path: "/incidents.csv" },
  { id: "summary", section: "reading", path: "/export/case-summary" },
  { id: "markdown", section: "reading", path: "/export/case-summary.md" },
  { id: "excel", section: "reading", path: "/incidents.csv", more: [["bom", "1"]] },
  { id: "json", section: "programs", path: "/export/incidents.json" },
  { id: "ndjson", section: "programs", path: "/export/incidents.ndjson" },
  { id: "geojson", section: "programs", path: "/export/incidents.geojson" },
  { id: "csl", section: "citing", path: "/export/sources.csl.json" },
  { id: "bibtex", section: "citing", path: "/export/sources.bib" },
  ...TABLE_NAMES.map(
    (table): ExportChoice => ({
      id: table,
      section: "tables",
      path: `/export/tables/${table}.csv`,
      table,
      isInternal: tableNamed(table).isInternal === true,
    }),
  ),
];
