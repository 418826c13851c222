import type { IncidentItem } from "./import-item";
import type { MappingFieldName } from "./mapping-fields";
import { planMapping } from "./mapping-plan";
import { type NamedPlace, placeIndex } from "./place-index";
import { readMappedRow } from "./read-mapped-row";
import { type TableMapping, tableMappingSchema } from "./table-mapping";

const place = (
  id: string,
  kind: NamedPlace["kind"],
  parentId: string | null,
  nameEn: string,
  aliases: string[] = [],
): NamedPlace => {
  const [countryId = id] = id.split(/[-/]/);
  const [province] = id.split("/");
  return {
    id,
    kind,
    parentId,
    countryId,
    provinceId: kind === "country" ? null : (province ?? null),
    nameEn,
    nameKo: null,
    nameZh: null,
    aliases,
  };
};

/** A few places, two of them namesakes. */
export const TESTING_PLACES = placeIndex([
  place("CN", "country", null, "China", ["중국", "中国"]),
  place("CN-JL", "province", "CN", "Jilin", ["吉林"]),
  place("CN-LN", "province", "CN", "Liaoning"),
  place("CN-JL/tumen", "locality", "CN-JL", "Tumen", ["图们", "투먼", "Tunmen"]),
  place("CN-LN/dandong", "locality", "CN-LN", "Dandong", ["丹东"]),
  place("RU", "country", null, "Russia", ["Россия"]),
  place("RU-TYU", "province", "RU", "Tyumen Oblast"),
  place("RU-TYU/tumen", "locality", "RU-TYU", "Tyumen", ["Tumen"]),
  place("KP", "country", null, "North Korea"),
  place("ER", "country", null, "Eritrea"),
  place("ET", "country", null, "Ethiopia"),
  place("NA", "country", null, "Namibia"),
]);

/** No real digest: short, and another for another text. */
export function testingDigest(text: string): string {
  let [first, second] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    first = Math.imul(first ^ text.charCodeAt(at), 0x01000193) >>> 0;
    second = Math.imul(second + text.charCodeAt(at), 0x85ebca6b) >>> 0;
  }
  return (first.toString(16).padStart(8, "0") + second.toString(16).padStart(8, "0")).repeat(4);
}

export type TestingColumns = Record<string, MappingFieldName | null>;

/** A mapping of the columns given, with a title and a type of event for all rows. */
export function testingMapping(columns: TestingColumns, more: object = {}): TableMapping {
  const { defaults = {}, ...others } = more as { defaults?: Record<string, string> };
  return tableMappingSchema.parse({
    columns: Object.entries(columns).map(([header, field]) => ({ header, field })),
    defaults: { title: "A case", event_type: "arrest", ...defaults },
    ...others,
  });
}

/** A row of a table whose headers are the keys of `cells`, in line 2. */
export function readTestingRow(cells: Record<string, string>, mapping: TableMapping) {
  const plan = planMapping(mapping, Object.keys(cells), {
    places: TESTING_PLACES,
    sha256: testingDigest,
  });
  return readMappedRow({ line: 2, cells: Object.values(cells) }, plan);
}

/** As `readTestingRow`, of a row that has no fault. */
export function testingItem(cells: Record<string, string>, mapping: TableMapping): IncidentItem {
  const read = readTestingRow(cells, mapping);
  if (read.what === "faults") throw new Error(JSON.stringify(read.faults));
  return read;
}

/** The faults of a row, as column, code and cell. */
export function testingFaults(cells: Record<string, string>, mapping: TableMapping): string[] {
  const read = readTestingRow(cells, mapping);
  if (read.what !== "faults") return [];
  return read.faults.map(
    ({ column, issue }) => `${column}: ${issue.code} “${issue.values?.value}”`,
  );
}
