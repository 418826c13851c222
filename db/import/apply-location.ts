import { eq } from "drizzle-orm";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { ImportItem } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import { insertLocation } from "../insert-location";
import { alone } from "./alone";
import type { Applying } from "./applying";
import { refuseFaults } from "./faulty-item";
import { noteThing } from "./note-thing";

type LocationItem = Extract<ImportItem, { what: "location" }>;

/**
 * A place of a data package. One that is known stays as it is, whatever the package says of it: places are not edited,
 * and other incidents stand on them.
 */
export async function applyLocation(
  applying: Applying,
  { location, faults }: LocationItem,
): Promise<ImportAction> {
  const { store, db, actor, clock } = applying;
  const { t } = store;
  const known = async (id: string) =>
    (await db.select({ id: t.location.id }).from(t.location).where(eq(t.location.id, id))).length >
    0;
  if (await known(location.id)) return "unchanged";
  refuseFaults(faults);
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
