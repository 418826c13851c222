import { CSV_COLUMN_NAMES } from "../incident-csv-columns";
import type { MappingFieldName } from "./mapping-fields";
import { type TableMapping, tableMappingSchema } from "./table-mapping";

/** The columns of a case summary that are read into an incident; what is reckoned or joined from many is kept. */
const READ: Record<string, { field: MappingFieldName; separator?: string }> = {
  reference: { field: "reference" },
  title: { field: "title" },
  summary: { field: "summary" },
  date_text: { field: "date_text" },
  date_earliest: { field: "date_earliest" },
  date_latest: { field: "date_latest" },
  date_kind: { field: "date_kind" },
  countries: { field: "country", separator: ";" },
  provinces: { field: "province", separator: ";" },
  localities: { field: "place", separator: ";" },
  persons_low: { field: "persons_low" },
  persons_best: { field: "persons_best" },
  persons_high: { field: "persons_high" },
  helpers_low: { field: "helpers_low" },
  helpers_best: { field: "helpers_best" },
  helpers_high: { field: "helpers_high" },
  families: { field: "families" },
  nationalities: { field: "nationality", separator: ";" },
  event_types: { field: "event_type", separator: ";" },
};

/**
 * How a case summary that this program wrote is read, for its rows whose reference the ledger does not know; null where
 * the headers are not its own. It is known by its first column, `reference`, and by having none but its own.
 */
export function summaryMapping(names: readonly string[]): TableMapping | null {
  const own: readonly string[] = CSV_COLUMN_NAMES;
  if (!names.includes("reference") || !names.every((name) => own.includes(name))) return null;
  return tableMappingSchema.parse({
    columns: names.map((header) => ({ header, field: null, ...READ[header] })),
    defaults: {
      ...(names.includes("title") ? {} : { title: "{reference}" }),
      ...(names.includes("event_types") ? {} : { event_type: "other" }),
    },
    missing: [],
    guarded: true,
  });
}
