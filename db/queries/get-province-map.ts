import { inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { compareText } from "../../domain/compare-text";
import { emptyIncidentFilter, type IncidentFilter } from "../../domain/incident-filter";
import { codesFound, countFacets } from "../../domain/incident-index/count-facets";
import { flowsOf, mapMatching } from "../../domain/incident-index/map-matching";
import type { MapPlace, MapView } from "../../domain/map-view";
import type { ProvinceMap } from "../../domain/province-map";
import { unchosenFilter } from "../../domain/unchosen-filter";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { inChunks } from "../in-chunks";
import type { Db, Store } from "../store";
import { atOneMoment } from "../store-index";

/**
 * The map of a filter, all of one moment. Its own provinces and places are left out of the filter, as a facet leaves out
 * its own selection: each province, and each town, has as many incidents as the list would with it. The ways alone are those of the incidents
 * that the whole filter finds.
 */
export async function getProvinceMap(
  store: Store,
  actor: Actor,
  filter: IncidentFilter,
): Promise<MapView> {
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const map = await askMatching(store, moment, unchosenFilter(filter), "map", mapMatching);
    const flows = await askMatching(store, moment, filter, "flows", flowsOf);
    const known = await askMatching(
      store,
      moment,
      emptyIncidentFilter(),
      "provinces",
      (index, all) => codesFound(countFacets(index, all, ["province"]).province).sort(compareText),
    );
    const all = { ...map, flows };
    return { ...all, known, places: await placesOf(store, moment.db, all, known) };
  });
}

async function placesOf(
  store: Store,
  db: Db,
  { provinces, countries, localities, flows }: ProvinceMap,
  known: string[],
): Promise<Record<string, MapPlace>> {
  const { location } = store.t;
  const read = (ids: Iterable<string>) =>
    inChunks(ids, (chunk) =>
      db
        .select({
          id: location.id,
          name: location.nameEn,
          lat: location.lat,
          lon: location.lon,
          countryId: location.countryId,
        })
        .from(location)
        .where(inArray(location.id, chunk)),
    );
  const own = await read([
    ...known,
    ...provinces.keys(),
    ...countries.keys(),
    ...localities.keys(),
    ...flows.flatMap(({ from, to }) => [from, to]),
  ]);
  const rows = [...own, ...(await read(own.map(({ countryId }) => countryId)))];
  return Object.fromEntries(rows.map(({ id, ...place }) => [id, place]));
}
