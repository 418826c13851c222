import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { codesFound, countFacets } from "../../domain/incident-index/count-facets";
import type { ProvinceOption } from "../../domain/province-option";
import { everything } from "../../domain/takes-everything";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { byPlaceName } from "../by-place-name";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** The provinces that some event of a listed incident touches, whatever its modality, by name. */
export async function listProvinces(store: Store, actor: Actor): Promise<ProvinceOption[]> {
  authoriseReading(store, actor, "incident.read");
  const { location } = store.t;
  const touched = await atOneMoment(store, (moment) =>
    askMatching(store, moment, everything(), "provinces", (index, matching) =>
      codesFound(countFacets(index, matching, ["province"]).province),
    ),
  );
  return store.read
    .select({ id: location.id, name: location.nameEn, countryId: location.countryId })
    .from(location)
    .where(and(eq(location.kind, "province"), inArray(location.id, touched)))
    .orderBy(...byPlaceName(store));
}
