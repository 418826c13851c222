import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { ProvinceOption } from "../../domain/province-option";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";
import { tableOrder } from "../table-order";

/** The provinces that some event of a listed incident touches, whatever its modality, by name. */
export async function listProvinces(store: Store, actor: Actor): Promise<ProvinceOption[]> {
  authoriseReading(store, actor, "incident.read");
  const { incident, eventPlace, location } = store.t;
  const touched = store.read
    .selectDistinct({ id: eventPlace.provinceId })
    .from(eventPlace)
    .innerJoin(incident, eq(incident.id, eventPlace.incidentId))
    .where(and(eq(eventPlace.current, true), isNull(incident.mergedIntoId)));
  return store.read
    .select({ id: location.id, name: location.nameEn, countryId: location.countryId })
    .from(location)
    .where(and(eq(location.kind, "province"), inArray(location.id, touched)))
    .orderBy(
      ...tableOrder(
        store,
        [
          { value: location.sortName, text: true },
          { value: location.id, text: true },
        ],
        false,
      ),
    );
}
