import type { Source } from "../source";
import { dateColumns } from "./common-columns";
import { dateCells } from "./date-cells";
import { dateFrom, isTrue, listFrom, nullable, text } from "./read-value";
import type { Cells, DataTable } from "./table-column";

export const SOURCES_TABLE = {
  name: "sources",
  title: "Sources",
  says: "One row for each source that a claim cites, and for those that such a source copies.",
  columns: [
    {
      name: "reference",
      type: "text",
      form: "source",
      required: true,
      says: "The permanent reference of the source; it is never used again.",
    },
    { name: "kind", type: "text", required: true, vocabulary: "sourceKind", says: "Who speaks." },
    {
      name: "publisher",
      type: "text",
      maxLength: 300,
      says: "Who published it; empty where the source does not say, for nothing is invented.",
    },
    { name: "title", type: "text", maxLength: 500, says: "Its title, as it stands there." },
    {
      name: "url",
      type: "text",
      maxLength: 2_000,
      says: "Its address on the web, of http or https.",
    },
    {
      name: "language",
      type: "text",
      maxLength: 35,
      says: "The language it is in, as a tag of BCP 47 such as en or ko.",
    },
    ...dateColumns("published", "the publication"),
    {
      name: "accessed",
      type: "day",
      nullable: true,
      says: "The day on which it was read; empty: not known.",
    },
    {
      name: "archived_url",
      type: "text",
      maxLength: 2_000,
      says: "The address of an archived copy.",
    },
    {
      name: "stored_text",
      type: "text",
      maxLength: 1_000_000,
      isInternal: true,
      says: "The text of the source as it was kept; longer than the cells of many spreadsheet programs.",
    },
    {
      name: "licence",
      type: "text",
      maxLength: 500,
      says: "The terms under which it may be used.",
    },
    {
      name: "quotable",
      type: "yes_no",
      says: "True where its licence allows to give its words.",
    },
    {
      name: "derived_from",
      type: "list",
      form: "source",
      says: "The references of the sources that it copies or cites; a copy corroborates nothing.",
    },
    {
      name: "reliability",
      type: "text",
      required: true,
      vocabulary: "reliability",
      says: "How reliable the source is, judged apart from what it says.",
    },
    {
      name: "access",
      type: "text",
      required: true,
      vocabulary: "access",
      says: "Whether the source may be known to the public.",
    },
  ],
  primaryKey: ["reference"],
  foreignKeys: [],
} as const satisfies DataTable;

/** A source with its reference; `derivedFrom` are references too. */
export type SourceRecord = Source & { ref: string };

export function sourceCells(source: SourceRecord): Cells {
  return {
    reference: source.ref,
    kind: source.kind,
    publisher: source.publisher,
    title: source.title,
    url: source.url,
    language: source.language,
    ...dateCells("published", source.published),
    accessed: source.accessed,
    archived_url: source.archivedUrl,
    stored_text: source.storedText,
    licence: source.licence,
    quotable: source.quotable,
    derived_from: source.derivedFrom,
    reliability: source.reliability,
    access: source.access,
  };
}

/** The source of a row that has every column; its values are checked by `sourceSchema`, not here. */
export function sourceOf(cells: Cells): Source {
  return {
    kind: text(cells, "kind"),
    publisher: text(cells, "publisher"),
    title: text(cells, "title"),
    url: text(cells, "url"),
    language: text(cells, "language"),
    published: dateFrom(cells, "published"),
    accessed: nullable(cells, "accessed"),
    archivedUrl: text(cells, "archived_url"),
    storedText: text(cells, "stored_text"),
    licence: text(cells, "licence"),
    quotable: isTrue(cells, "quotable"),
    derivedFrom: listFrom(cells, "derived_from"),
    reliability: text(cells, "reliability"),
    access: text(cells, "access"),
  };
}
