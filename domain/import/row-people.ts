import { type CountRange, unknownCount } from "../count-range";
import type { Group } from "../incident";
import { AGE_BANDS, type EventType, ROLES, SEXES } from "../vocabulary";
import { MAPPING_FIELD_NAMES, type MappingFieldName, mappingField } from "./mapping-fields";
import { readNationalities } from "./row-places";
import { type FilledCell, filledCells, keepCell, type RowReading } from "./row-reading";
import { readCountField, readCountWithBounds, readOneCode } from "./row-values";

/** People of a row: the group, how many the row says they are, and what happened to them alone. */
export type RowGroup = {
  group: Group;
  count: CountRange;
  event: EventType | null;
  field: MappingFieldName;
  cell: FilledCell | null;
};

export const PERSONS_ID = "g:persons";

/**
 * The groups of a row, those of `persons` first.
 * 1. A part that the row counts as none makes no group; its cell is kept.
 * 2. Where the row has parts and no total, there are at least as many as one kind of parts makes together.
 * 3. Several nationalities, or one beside unknown ones, are parts of which nobody knows how many they are.
 */
export function readPeople(row: RowReading): RowGroup[] {
  const persons = readCountWithBounds(row, "persons");
  const role = readOneCode(row, "role", ROLES) ?? "unknown";
  const [sex, ageBand] = [readOneCode(row, "sex", SEXES), readOneCode(row, "age_band", AGE_BANDS)];
  const { ids: nations, isWhole } = readNationalities(row);
  const parts = MAPPING_FIELD_NAMES.flatMap((field) => readPart(row, field, role));
  const nationality = nations.length === 1 && isWhole ? nations[0]! : null;
  if (nationality === null)
    for (const id of nations)
      parts.push({
        group: { ...blank(`g:nationality.${id}`, role), nationality: id, partOf: PERSONS_ID },
        count: unknownCount,
        event: null,
        field: "nationality",
        cell: null,
      });
  const isTold =
    persons.cell !== null ||
    parts.some(({ group }) => group.partOf !== null) ||
    (["role", "sex", "age_band", "nationality"] as const).some(
      (field) => filledCells(row, field).length > 0,
    );
  if (!isTold) return parts;
  const least = persons.cell === null ? leastOf(parts) : null;
  const group = { ...blank(PERSONS_ID, role), nationality, sex, ageBand };
  if (least !== null) group.count = { ...unknownCount, low: least };
  return [
    { group, count: persons.count, event: null, field: "persons", cell: persons.cell },
    ...parts,
  ];
}

function readPart(row: RowReading, field: MappingFieldName, role: Group["role"]): RowGroup[] {
  const { counts } = mappingField(field);
  if (!counts) return [];
  const { count, cell } =
    field === "helpers" ? readCountWithBounds(row, field) : readCountField(row, field);
  if (cell === null) return [];
  if (count.high === 0) {
    keepCell(row, cell);
    return [];
  }
  const partOf = counts.of === "persons" ? PERSONS_ID : null;
  const group = { ...blank(`g:${field}`, role), ...counts.like, partOf };
  return [{ group, count, event: counts.event ?? null, field, cell }];
}

/** Nobody is in two of these at once. */
const APART: MappingFieldName[][] = [
  ["persons_died", "persons_disappeared", "persons_survived"],
  ["female", "male"],
  ["minors", "adults"],
];

/** How many there are at least; null where no part says. */
function leastOf(parts: readonly RowGroup[]): number | null {
  const known = parts.filter(
    ({ group, count }) => group.partOf !== null && group.unit === "person" && count.low !== null,
  );
  const together = APART.map((fields) => known.filter(({ field }) => fields.includes(field)));
  const sums = [...together, ...known.map((part) => [part])].map((some) =>
    some.reduce((total, { count }) => total + count.low!, 0),
  );
  return Math.max(...sums, 0) || null;
}

function blank(id: string, role: Group["role"]): Group {
  return {
    id,
    role,
    nationality: null,
    unit: "person",
    count: unknownCount,
    partOf: null,
    ageBand: null,
    sex: null,
    circumstances: [],
    label: "",
  };
}
