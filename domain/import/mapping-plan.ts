import { isMappingField, type MappingFieldName } from "./mapping-fields";
import type { PlaceIndex } from "./place-index";
import { headersDigest } from "./table-headers";
import type { TableMapping } from "./table-mapping";

/** A column as it is read. `at`: its place in a record. */
export type PlannedColumn = {
  at: number;
  header: string;
  field: MappingFieldName | null;
  separator: string;
};

/** A mapping made ready for the rows of one file. `headersDigest` tells the table by its set of columns. */
export type MappingPlan = {
  mapping: TableMapping;
  columns: readonly PlannedColumn[];
  byField: ReadonlyMap<MappingFieldName, readonly PlannedColumn[]>;
  missing: ReadonlySet<string>;
  headersDigest: string;
  places: PlaceIndex;
  sha256: (text: string) => string;
};

/**
 * `names`: the headers of the file, in its order; a column that the mapping does not name is kept. Expects a mapping
 * in which `checkMapping` finds nothing. `sha256`: of UTF-8, as hexadecimal digits.
 */
export function planMapping(
  mapping: TableMapping,
  names: readonly string[],
  { places, sha256 }: Pick<MappingPlan, "places" | "sha256">,
): MappingPlan {
  const mapped = new Map(mapping.columns.map((column) => [column.header, column]));
  const columns = names.map((header, at): PlannedColumn => {
    const { field = null, separator = "" } = mapped.get(header) ?? {};
    return { at, header, field: field !== null && isMappingField(field) ? field : null, separator };
  });
  const byField = new Map<MappingFieldName, PlannedColumn[]>();
  for (const column of columns)
    if (column.field) byField.set(column.field, [...(byField.get(column.field) ?? []), column]);
  return {
    mapping,
    columns,
    byField,
    missing: new Set(["", ...mapping.missing].map(asMissing)),
    headersDigest: headersDigest(names, sha256),
    places,
    sha256,
  };
}

/** A cell as it is compared with those that mean nothing is known. */
export function asMissing(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}
