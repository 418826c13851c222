import { eq } from "drizzle-orm";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { ImportItem } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import { freeText } from "../../domain/personal-data/free-texts";
import { normaliseText } from "../../domain/search-text";
import { appendRevision } from "../append-revision";
import { guardTexts } from "../guard-texts";
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
  const { aliases, localityId: _locality, ...row } = location;
  const on = { entity: "location", entityId: location.id, part: "content" } as const;
  const texts = [freeText("note", location.note)];
  const { issues } = await guardTexts(store, db, [{ texts, on }]);
  if (issues.length > 0) throw new InvalidInput(issues);
  await alone(applying, async () => {
    await db.insert(t.location).values({ ...row, sortName: normaliseText(row.nameEn) });
    const names = new Set([row.nameEn, row.nameKo, row.nameZh, ...aliases]);
    for (const name of names)
      if (name !== null)
        await db
          .insert(t.locationName)
          .values({ locationId: location.id, name, normalised: normaliseText(name) });
    await appendRevision(
      store,
      db,
      {
        action: "import",
        entity: "location",
        entityId: location.id,
        version: null,
        reason: "",
        before: null,
        after: location,
      },
      actor,
      clock,
    );
    await noteThing(applying, "location", location.id, "created", 1);
  });
  return "created";
}
