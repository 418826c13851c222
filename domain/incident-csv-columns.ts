import { riskNow } from "./at-risk";
import type { CountRange } from "./count-range";
import { toEdtf } from "./edtf";
import { formatCount } from "./format-count";
import type { Citation, IncidentRow } from "./incident-row";
import type { Say } from "./say";

/** A number stays a number in a spreadsheet; null is an empty cell, which means unknown. */
export type CsvValue = string | number | null;

/** `today`: a calendar day, UTC. */
export type CsvContext = { say: Say; today: string };

type Value = (row: IncidentRow, context: CsvContext) => CsvValue;

const named = (ids: readonly string[], row: IncidentRow) =>
  joined(ids, (id) => row.placeNames[id] ?? id);
const instant = (ms: number) => new Date(ms).toISOString();

/**
 * Every column a case summary can have, with what stands in it. Several values are joined by "; ", codes are the
 * ledger's own, days are YYYY-MM-DD, times ISO 8601 in UTC. Those in `EXTRA` come only when they are asked for.
 */
export const CSV_VALUES = {
  reference: (row) => row.ref,
  title: (row) => row.title,
  review_status: (row) => row.reviewStatus,
  /** The words of the source. */
  date_text: ({ headline }) => headline.date?.text ?? null,
  date_earliest: ({ headline }) => headline.date?.earliest ?? null,
  date_latest: ({ headline }) => headline.date?.latest ?? null,
  date_kind: ({ headline }) => headline.date?.kind ?? null,
  /** UCDP date_prec, 1 a day to 5 a year or longer. */
  date_precision: ({ headline }) => headline.date?.precision ?? null,
  date_edtf: ({ headline }) => headline.date && toEdtf(headline.date),
  /** ISO 3166-1 alpha-2. */
  countries: ({ headline }) => joined(headline.countries, asItIs),
  /** ISO 3166-2. */
  provinces: ({ headline }) => joined(headline.provinces, asItIs),
  province_names: (row) => named(row.headline.provinces, row),
  localities: (row) => named(row.headline.localities, row),
  /** People the incident happened to; helpers beside them. */
  persons_low: ({ headline }) => headline.persons.low,
  persons_best: ({ headline }) => headline.persons.best,
  persons_high: ({ headline }) => headline.persons.high,
  helpers_low: ({ headline }) => headline.helpers.low,
  helpers_best: ({ headline }) => headline.helpers.best,
  helpers_high: ({ headline }) => headline.helpers.high,
  /** A number where it is exact, else in words. */
  families: ({ headline }, { say }) => countInOneCell(headline.families, say),
  nationalities: ({ headline }) => joined(headline.nationalities, asItIs),
  /** The modality in brackets where the event is not reported. */
  event_types: ({ headline }) =>
    joined(headline.eventTypes, ({ type, modality }) =>
      modality === "reported" ? type : `${type} (${modality})`,
    ),
  /** Of all parts, the most severe first. */
  status: ({ headline }) =>
    headline.statuses.length > 0
      ? joined(headline.statuses, ({ status }) => status)
      : headline.status,
  /** EDTF, of the most severe status. */
  status_date: ({ headline }) => headline.statusDate && toEdtf(headline.statusDate),
  /** With "last known" and the day of the last news where that is more than 365 days ago. */
  at_risk_of: ({ headline }, { today }) => {
    if (headline.atRiskOf.length === 0) return "";
    const { of, stale, since } = riskNow(headline, today);
    const mark = stale ? ` (last known${since === null ? "" : ` ${since}`})` : "";
    return joined(of, (type) => type + mark);
  },
  corroboration: ({ headline }) => headline.corroboration,
  /** The fields on which independent sources contradict each other. */
  disagreement: ({ headline }) => joined(headline.disagreement, asItIs),
  sources: ({ headline }) => headline.sources,
  independent_sources: ({ headline }) => headline.independentSources,
  /** Publisher, title, date in EDTF, address; what is not known is left out. */
  citations: ({ citations = [] }) => joined(citations, citationText),
  summary: (row) => row.summary,
  created_at: (row) => instant(row.createdAt),
  updated_at: (row) => instant(row.updatedAt),
  roles: ({ headline }) => joined(headline.roles, asItIs),
  /** ISO 3166-2, of reported events after the ones the headline rests on. */
  later_provinces: ({ headline }) => joined(headline.laterProvinces, asItIs),
} satisfies Record<string, Value>;

export type CsvColumnName = keyof typeof CSV_VALUES;

const EXTRA: readonly CsvColumnName[] = ["roles", "later_provinces"];

export const CSV_COLUMN_NAMES = Object.keys(CSV_VALUES) as CsvColumnName[];

/** The columns of a file for which none were chosen, in their order. */
export const DEFAULT_CSV_COLUMNS = CSV_COLUMN_NAMES.filter((name) => !EXTRA.includes(name));

/** One cell for each of the columns. */
export function csvRecord(
  row: IncidentRow,
  columns: readonly CsvColumnName[],
  context: CsvContext,
): CsvValue[] {
  const values = VALUES_OF.get(columns) ?? columns.map((name): Value => CSV_VALUES[name]);
  VALUES_OF.set(columns, values);
  return values.map((value) => value(row, context));
}

/** Of the columns that were asked for, not to look for each of them in each row. */
const VALUES_OF = new WeakMap<readonly CsvColumnName[], Value[]>();

/** Most are one or none. */
function joined<T>(values: readonly T[], textOf: (value: T) => string): string {
  if (values.length === 0) return "";
  let text = textOf(values[0]!);
  for (let at = 1; at < values.length; at++) text += `; ${textOf(values[at]!)}`;
  return text;
}

function asItIs(text: string): string {
  return text;
}

function countInOneCell(count: CountRange, say: Say): CsvValue {
  const { low, best, high } = count;
  if (low === null && best === null && high === null) return null;
  return low === high && low !== null && (best === null || best === low)
    ? low
    : formatCount(count, say);
}

function citationText({ publisher, title, date, url }: Citation): string {
  let text = publisher;
  for (const part of [title, date ? toEdtf(date) : "", url])
    if (part !== "") text += text === "" ? part : `, ${part}`;
  return text;
}

/** Batches of rows as records of the usual columns. */
export async function* csvRecords(
  batches: AsyncIterable<readonly IncidentRow[]>,
  context: CsvContext,
): AsyncGenerator<CsvValue[][], void, undefined> {
  for await (const rows of batches)
    yield rows.map((row) => csvRecord(row, DEFAULT_CSV_COLUMNS, context));
}
