import type { Actor } from "../domain/actor";
import { InvalidInput } from "../domain/errors";
import type { Location } from "../domain/location";
import { freeText } from "../domain/personal-data/free-texts";
import type { RevisionAction } from "../domain/revision";
import { normaliseText } from "../domain/search-text";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { guardTexts } from "./guard-texts";
import type { Db, Store } from "./store";

/**
 * Writes a new place with its names and its log entry inside a transaction; the places around it are there.
 * Errors: InvalidInput with what the personal-data guard marks in its note.
 */
export async function insertLocation(
  store: Store,
  db: Db,
  { location, action }: { location: Location; action: RevisionAction },
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const { t } = store;
  const { aliases, localityId: _locality, ...row } = location;
  const thing = { entity: "location", entityId: location.id } as const;
  const texts = [freeText("note", location.note)];
  const { issues } = await guardTexts(store, db, [{ texts, on: { ...thing, part: "content" } }]);
  if (issues.length > 0) throw new InvalidInput(issues);
  await db.insert(t.location).values({ ...row, sortName: normaliseText(row.nameEn) });
  for (const name of new Set([row.nameEn, row.nameKo, row.nameZh, ...aliases]))
    if (name !== null)
      await db
        .insert(t.locationName)
        .values({ locationId: location.id, name, normalised: normaliseText(name) });
  await appendRevision(
    store,
    db,
    { ...thing, action, version: null, reason: "", before: null, after: location },
    actor,
    clock,
  );
}
