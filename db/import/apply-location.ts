import { eq } from "drizzle-orm";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { ImportItem } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import type { Location } from "../../domain/location";
import { differingCells } from "../../domain/tables/differing-cells";
import { locationCells } from "../../domain/tables/locations-table";
import { insertLocation } from "../insert-location";
import { alone } from "./alone";
import type { Applying } from "./applying";
import { refuseFaults } from "./faulty-item";
import { keepHere } from "./keep-here";
import { noteThing } from "./note-thing";

type LocationItem = Extract<ImportItem, { what: "location" }>;

/**
 * A place of a data package. One that is known stays as it is, and what the package says otherwise is told: places are
 * not edited, and other incidents, reviewed and published ones too, stand on them.
 */
export async function applyLocation(applying: Applying, item: LocationItem): Promise<ImportAction> {
  const { store, db, actor, clock, window } = applying;
  const { t } = store;
  const { location } = item;
  const there = window.locations[location.id];
  if (there) {
    keepPlace(applying, item, there);
    return "unchanged";
  }
  refuseFaults(item.faults);
  const known = async (id: string) =>
    (await db.select({ id: t.location.id }).from(t.location).where(eq(t.location.id, id))).length >
    0;
  for (const [path, id] of [
    ["parentId", location.parentId],
    ["countryId", location.kind === "country" ? null : location.countryId],
  ] as const)
    if (id !== null && !(await known(id)))
      throw new InvalidInput([{ path, code: "place.unknown", values: { value: shown(id) } }]);
  await alone(applying, async () => {
    await insertLocation(store, db, { location, action: "import" }, actor, clock);
    await noteThing(applying, "location", location.id, "created", 1);
  });
  return "created";
}

function keepPlace(applying: Applying, { at, location, place }: LocationItem, there: Location) {
  refuseFaults(place?.row.faults);
  const { file, row, names } = place ?? {
    file: at.file,
    row: { line: at.line, cells: locationCells(location) },
    names: location.aliases.map((name) => ({ ...at, name })),
  };
  for (const cell of differingCells(row.cells, locationCells(there)))
    keepHere(applying, { file, line: row.line }, cell);
  const known = [there.nameEn, there.nameKo, there.nameZh, ...there.aliases];
  for (const { name: value, ...where } of names)
    if (!known.includes(value)) keepHere(applying, where, { column: "name", value, here: "" });
}
