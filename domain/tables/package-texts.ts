import type { AboutPackage, PackedFile, PackedTable } from "./package-description";

/** The README of a package: what it is, what is in it, and how it is cited. */
export function packageReadme(
  about: AboutPackage,
  tables: readonly PackedTable[],
  documents: readonly PackedFile[],
): string {
  const file = ({ path, bytes, sha256 }: PackedFile, rows: string) =>
    `| ${path} | ${rows} | ${bytes} | \`${sha256}\` |`;
  return [
    `# ${about.name}: ${about.sentence}`,
    "",
    `Data package of ${dayOf(about)}. Incidents that the filter finds: ${about.incidents}.`,
    "",
    "Nobody is named in it: people appear only as anonymised groups.",
    "",
    "## What it holds",
    "",
    `- Filter in words: ${about.sentence}`,
    `- Filter as a query: ${about.query === "" ? "(none)" : `\`${about.query}\``}`,
    `- ${READERS[about.readers] ?? about.readers}`,
    ...(about.address === "" ? [] : [`- From: ${about.address}`]),
    "",
    "With the incidents come the sources they cite, the places they name, and the links between them. A link to an incident that the filter does not find is left out.",
    "",
    "| file | rows | bytes | SHA-256 |",
    "|---|---:|---:|---|",
    ...tables.map((table) => file(table, String(table.rows))),
    ...documents.map((document) => file(document, "")),
    "",
    "`datapackage.json` describes every column (Frictionless Data Package, Table Schema). `CODEBOOK.md` says the same in words, with every code and rule.",
    "",
    "## How to read it",
    "",
    "- The tables are UTF-8 with commas, without a byte order mark. Read every column as text, and only the empty cell as missing. Otherwise Namibia, whose code is NA, is lost, the age band 60+ becomes 60, “March 2018” becomes the first of March, and whole numbers may become 7.0.",
    "- In a spreadsheet program do not open a table by a double click, which breaks Korean and Chinese: Excel has Data, From Text/CSV, File origin 65001 Unicode (UTF-8), Do not detect data types; LibreOffice asks by itself: Unicode (UTF-8), comma, and Text for all columns.",
    "- Text that begins like a formula, or with an apostrophe, has one apostrophe before it. Take exactly one off; an import does so by itself.",
    "- An empty cell means that nothing is known, or that there is nothing. It never means zero.",
    "- A group that is `part_of` another never adds to a total, and helpers are counted apart.",
    "- An incident that says `merged_into` lives on in another: leave it out where you count.",
    "",
    'R: `read.csv("data/incidents.csv", colClasses = "character", na.strings = "", encoding = "UTF-8")`, or `readr::read_csv("data/incidents.csv", col_types = readr::cols(.default = "c"), na = "")`',
    "",
    'Python: `pandas.read_csv("data/incidents.csv", dtype=str, keep_default_na=False)`',
    "",
    "Back into a ledger: `npm run ledger -- import FILE`",
    "",
    "## How to cite it",
    "",
    about.citation,
    "",
  ].join("\n");
}

const READERS: Readonly<Record<string, string>> = {
  internal:
    "Made for those who work on the cases: it holds drafts, restricted sources and stored texts. It must not be passed on.",
  verified:
    "Made for those who may read what is verified: of restricted sources it has neither identity nor words.",
  public: "Made from what is public, and from nothing else.",
};

/** What may be done with a package. */
export function packageLicence({ licence, name }: AboutPackage): string {
  return [
    "# Licence",
    "",
    licence === ""
      ? `${name} states no terms for its data. Ask whoever gave you this package before you pass it on.`
      : `The data of ${name}: ${licence}`,
    "",
    "What is quoted from a source stays under the terms of that source; the table of sources says which, where they are known.",
    "",
    "Places: made with Natural Earth (public domain); names from Unicode CLDR (Unicode License); coordinates of towns from GeoNames (https://www.geonames.org), CC BY 4.0, https://creativecommons.org/licenses/by/4.0/, a selection with additions.",
    "",
    "Codes: after the micro-thesauri of HURIDOCS, the codebook of UCDP GED, the Admiralty scale and the claim statuses of Security Force Monitor.",
    "",
  ].join("\n");
}

/** How a package is cited: of whom, what, of which day, and from where. */
export function packageCitation(about: Omit<AboutPackage, "citation">): string {
  const from = about.address === "" ? "" : ` ${about.address}`;
  return `${about.name}: ${about.sentence}. Data package of ${dayOf(about)}.${from}`;
}

function dayOf({ created }: Pick<AboutPackage, "created">): string {
  return new Date(created).toISOString().slice(0, 10);
}

/** Where a table lies in a package. */
export function tablePath(name: PackedTable["name"]): string {
  return `data/${name}.csv`;
}
