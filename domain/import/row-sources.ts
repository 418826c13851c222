import { type NewSource, SOURCE_DETAILS, type SourceDetail } from "../new-source";
import type { PartialDate } from "../partial-date";
import { type Source, sourceSchema } from "../source";
import { ACCESSES, RELIABILITIES, SOURCE_KINDS } from "../vocabulary";
import { issuesOf } from "../zod-issues";
import type { MappingFieldName } from "./mapping-fields";
import {
  defaultOf,
  type FilledCell,
  filledCells,
  keepCell,
  partedValues,
  type RowReading,
  refuseCell,
} from "./row-reading";
import { readDateField, readOneCode } from "./row-values";

const MAX_SOURCES = 20;

/**
 * The sources of a row. The same publisher, title, address and date of publication have the same key in every row.
 * 1. As many publishers, titles and addresses as each other belong together in their order; a single one, or none,
 *    goes with all.
 * 2. Where their numbers differ nobody knows which belongs to which: the cell of publishers is one publisher as it
 *    stands, and so is that of titles, so that a row never seems to have more independent sources than it has.
 * 3. A row without publisher, title and address has the default's.
 * Issues: those of a source, `source.too_many` (over 20).
 */
export function readSources(row: RowReading): NewSource[] {
  const published = readDateField(row, "source_published");
  const [publishers, titles, urls] = [
    listOf(row, "source_publisher"),
    listOf(row, "source_title"),
    listOf(row, "source_url"),
  ];
  const counts = [publishers, titles, urls].map(({ values }) => values.length);
  const most = Math.max(...counts);
  const isPaired = counts.every((count) => count === 0 || count === most);
  const valueAt = (list: ListedCells, at: number, isSplit: boolean) =>
    isPaired || isSplit ? (list.values[at] ?? list.values[0] ?? "") : list.whole;
  const rest = restOf(row);
  const make = (publisher: string, title: string, url: string) =>
    withKey(row, { ...rest, publisher, title, url, published });
  if (most === 0) {
    const [publisher, title, url] = (
      ["source_publisher", "source_title", "source_url"] as const
    ).map((field) => defaultOf(row.plan, field)) as [string, string, string];
    return publisher + title + url === "" ? [] : [make(publisher, title, url)];
  }
  const total = isPaired ? most : Math.max(urls.values.length, 1);
  const cell = publishers.cell ?? titles.cell ?? urls.cell!;
  if (total > MAX_SOURCES)
    refuseCell(row, cell, {
      path: "source",
      code: "source.too_many",
      values: { max: MAX_SOURCES },
    });
  const sources = Array.from({ length: Math.min(total, MAX_SOURCES) }, (_, at) => {
    const made = make(
      shortened(row, publishers.cell, valueAt(publishers, at, false), 300),
      shortened(row, titles.cell, valueAt(titles, at, false), 500),
      valueAt(urls, at, true),
    );
    refuseFaults(row, made.source, { publishers, titles, urls });
    return made;
  });
  return [...new Map(sources.map((made) => [made.key, made])).values()];
}

/** Where a row says the details of its sources: the headers, "" for what the mapping says for all rows. */
export function detailsOfSources(row: RowReading): Partial<Record<SourceDetail, string>> {
  const said = SOURCE_DETAILS.flatMap((detail) => {
    const [cell] = filledCells(row, `source_${detail}`);
    if (cell) return [[detail, cell.column.header] as const];
    return defaultOf(row.plan, `source_${detail}`) === "" ? [] : [[detail, ""] as const];
  });
  return Object.fromEntries(said);
}

type ListedCells = { cell: FilledCell | null; values: string[]; whole: string };

/** Addresses never hold spaces, and a comma before another address parts the two; the rest the mapping parts. */
function listOf(row: RowReading, field: MappingFieldName): ListedCells {
  const [cell = null] = filledCells(row, field);
  if (!cell) return { cell, values: [], whole: "" };
  const parted = partedValues(row, field, cell).values;
  const values =
    field === "source_url"
      ? parted
          .flatMap((text) => text.split(/\s+|[,;](?=https?:)/u))
          .filter((url) => /[\p{L}\p{N}]/u.test(url))
      : parted;
  return { cell, values: [...new Set(values)], whole: cell.text };
}

type Rest = Omit<Source, "publisher" | "title" | "url" | "published">;

function restOf(row: RowReading): Rest {
  const [language] = filledCells(row, "source_language");
  return {
    kind: readOneCode(row, "source_kind", SOURCE_KINDS) ?? "other",
    language: language?.text ?? defaultOf(row.plan, "source_language"),
    accessed: null,
    archivedUrl: "",
    storedText: "",
    licence: "",
    quotable: false,
    derivedFrom: [],
    reliability: readOneCode(row, "source_reliability", RELIABILITIES) ?? "F",
    access: readOneCode(row, "source_access", ACCESSES) ?? "public",
  };
}

function withKey({ plan }: RowReading, source: Source): NewSource {
  const { publisher, title, url, published } = source;
  const identity = [publisher, title, url, published && boundsText(published)];
  return { key: `s:${plan.sha256(JSON.stringify(identity)).slice(0, 24)}`, source };
}

function boundsText({ earliest, latest }: PartialDate): string {
  return `${earliest ?? ""}/${latest ?? ""}`;
}

/** A list that is too long for the field ends in an ellipsis, and the whole cell is kept beside it. */
function shortened(row: RowReading, cell: FilledCell | null, text: string, max: number): string {
  if (text.length <= max || cell === null) return text;
  keepCell(row, cell);
  return `${text.slice(0, max - 1).toWellFormed()}…`;
}

function refuseFaults(
  row: RowReading,
  source: Source,
  cells: Record<"publishers" | "titles" | "urls", ListedCells>,
): void {
  const parsed = sourceSchema.safeParse(source, { reportInput: true });
  if (parsed.success) return;
  const [language = null] = filledCells(row, "source_language");
  const byPath: Record<string, FilledCell | null> = {
    publisher: cells.publishers.cell,
    title: cells.titles.cell,
    url: cells.urls.cell,
    language,
  };
  for (const issue of issuesOf(parsed.error)) {
    const cell =
      byPath[issue.path] ?? cells.publishers.cell ?? cells.titles.cell ?? cells.urls.cell;
    const code = issue.path === "language" ? "source.not_a_language" : issue.code;
    if (cell) refuseCell(row, cell, { ...issue, path: `source_${issue.path}`, code });
  }
}
