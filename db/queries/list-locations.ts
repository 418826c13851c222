import { aliasedTable, and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { LocationRow } from "../../domain/location-row";
import type { LocationFilter, LocationRequest, LocationSortKey } from "../../domain/location-table";
import { searchWords } from "../../domain/search-text";
import { asksForNothing } from "../../domain/table-params";
import { LOCATION_KINDS } from "../../domain/vocabulary";
import { authoriseReading } from "../authorise-reading";
import { incidentsPerPlace } from "../incidents-at-places";
import type { Store } from "../store";
import { type OrderBy, rankOf, tableOrder } from "../table-order";

const INCIDENTS = sql`coalesce(counted.incidents, 0)`;

/**
 * One page of the places of the gazetteer, and how many the filter finds.
 * Incidents are counted at a place and everywhere inside it.
 */
export async function listLocations(
  store: Store,
  actor: Actor,
  request: LocationRequest,
): Promise<{ rows: LocationRow[]; total: number }> {
  authoriseReading(store, actor, "incident.read");
  if (asksForNothing(request)) return { rows: [], total: 0 };
  const { location } = store.t;
  const { sort, page } = request;
  const province = aliasedTable(location, "province");
  const country = aliasedTable(location, "country");
  const where = locationWhere(store, request.filter);
  const counted = sql`${incidentsPerPlace(store)} as counted`;
  const isCounted = sql`counted.place_id = ${location.id}`;
  const order: Record<LocationSortKey, OrderBy> = {
    name: { value: location.sortName, text: true },
    korean: { value: location.nameKo, text: true },
    chinese: { value: location.nameZh, text: true },
    kind: { value: rankOf(location.kind, LOCATION_KINDS) },
    province: { value: province.sortName, text: true },
    country: { value: country.sortName, text: true },
    incidents: { value: INCIDENTS },
  };
  return store.snapshot(async (db) => {
    const [found] = await db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(location)
      .leftJoin(counted, isCounted)
      .where(where);
    const rows = await db
      .select({
        id: location.id,
        nameEn: location.nameEn,
        nameKo: location.nameKo,
        nameZh: location.nameZh,
        kind: location.kind,
        facilityKind: location.facilityKind,
        province: { id: province.id, name: province.nameEn },
        country: { id: country.id, name: country.nameEn },
        incidents: sql<number>`${INCIDENTS}`.mapWith(Number),
      })
      .from(location)
      .innerJoin(country, eq(country.id, location.countryId))
      .leftJoin(province, eq(province.id, location.provinceId))
      .leftJoin(counted, isCounted)
      .where(where)
      .orderBy(
        ...tableOrder(
          store,
          [
            order[sort.key],
            { value: location.sortName, text: true },
            { value: location.id, text: true },
          ],
          sort.descending,
        ),
      )
      .limit(page.size)
      .offset((page.page - 1) * page.size);
    return { rows, total: found?.total ?? 0 };
  });
}

function locationWhere(store: Store, { q, kind, country, places }: LocationFilter) {
  const { location } = store.t;
  return and(
    q === null ? undefined : isCalled(store, searchWords(q)),
    kind.length > 0 ? inArray(location.kind, kind) : undefined,
    country.length > 0 ? inArray(location.countryId, country) : undefined,
    places === "all" ? undefined : sql`counted.incidents > 0`,
  );
}

/** True where one and the same name of the place holds all the words. */
function isCalled(store: Store, words: string[]): SQL {
  const { location, locationName } = store.t;
  return exists(
    store.read
      .select({ one: sql`1` })
      .from(locationName)
      .where(
        and(
          eq(locationName.locationId, location.id),
          store.containsAll(locationName.normalised, words),
        ),
      ),
  );
}
