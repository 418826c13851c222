import { type TableName, tableNamed } from "./data-tables";
import { summarySchema, tableSchema } from "./table-schema";

/** A file as it lies in a package. `bytes` unpacked; `sha256` in hexadecimal digits. */
export type PackedFile = { path: string; bytes: number; sha256: string };

/** A table as it lies in a package. `rows`: without the heading. */
export type PackedTable = PackedFile & { name: TableName | "case_summary"; rows: number };

/**
 * What is said of a package as a whole. `title`, `sentence`: the filter in words; `query`: as an address writes it.
 * `readers`: for whom it was made, `internal`, `verified` or `public`. `created`: milliseconds since 1970.
 * `licence`: the terms of the ledger's own data, "" where it states none. `address`: of the ledger, "" where unknown.
 */
export type AboutPackage = {
  name: string;
  sentence: string;
  query: string;
  readers: string;
  created: number;
  licence: string;
  address: string;
  citation: string;
  incidents: number;
};

/** The descriptor of a package, `datapackage.json`: Frictionless Data Package 1, profile `tabular-data-package`. */
export function packageDescription(
  about: AboutPackage,
  tables: readonly PackedTable[],
  documents: readonly PackedFile[],
): object {
  const isInternal = about.readers === "internal";
  const names = tables.flatMap(({ name }) => (name === "case_summary" ? [] : [name]));
  const url = /https?:\/\/\S+/.exec(about.licence)?.[0];
  return {
    profile: "tabular-data-package",
    name: "detention-ledger",
    title: `${about.name}: ${about.sentence}`,
    description: `What the ledger holds of ${about.sentence}, as one table for each kind of thing. Text that a spreadsheet program would take for a formula, or that begins with an apostrophe, has one apostrophe before it. An empty cell is not known, never zero.`,
    created: new Date(about.created).toISOString(),
    ...(about.address !== "" && { homepage: about.address }),
    ...(about.licence !== "" && {
      licenses: [
        {
          name: url ? "see-path" : "see-licence-file",
          title: about.licence,
          path: url ?? "LICENCE.md",
        },
      ],
    }),
    filter: { sentence: about.sentence, query: about.query },
    readers: about.readers,
    citation: about.citation,
    incidents: about.incidents,
    resources: tables.map(({ name, path, rows, bytes, sha256 }) => ({
      profile: "tabular-data-resource",
      name,
      ...(name === "case_summary"
        ? { title: "Case summary", description: SUMMARY }
        : { title: tableNamed(name).title, description: tableNamed(name).says }),
      path,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: {
        delimiter: ",",
        lineTerminator: "\r\n",
        quoteChar: '"',
        doubleQuote: true,
        skipInitialSpace: false,
        header: true,
        caseSensitiveHeader: true,
      },
      bytes,
      hash: `sha256:${sha256}`,
      rows,
      schema: name === "case_summary" ? summarySchema() : tableSchema(name, isInternal, names),
    })),
    documents: documents.map(({ path, bytes, sha256 }) => ({
      path,
      bytes,
      hash: `sha256:${sha256}`,
    })),
  };
}

const SUMMARY =
  "One row for each incident, for readers: its headline, which is worked out from the claims. An import takes nothing from it.";
