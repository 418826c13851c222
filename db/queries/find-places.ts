import { asc, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { normaliseText } from "../../domain/search-text";
import type { LocationKind } from "../../domain/vocabulary";
import { authoriseReading } from "../authorise-reading";
import { readLocations } from "../read-locations";
import type { Store } from "../store";

/** A place a typed name may mean. `label` is its full written form, "Kunming, Yunnan, China". */
export type FoundPlace = {
  id: string;
  kind: LocationKind;
  countryId: string;
  provinceId: string | null;
  label: string;
  names: string[];
};

const MAX_FOUND = 20;

/**
 * Places one of whose names, in any language or spelling, begins with what was typed; whole names first, then
 * larger places, at most 20. `exact`: only places whose name, written form or id is just that.
 * Text without a letter or digit finds nothing.
 */
export async function findPlaces(
  store: Store,
  actor: Actor,
  { typed, exact = false }: { typed: string; exact?: boolean },
): Promise<FoundPlace[]> {
  authoriseReading(store, actor, "incident.read");
  const [name = "", ...rest] = typed.slice(0, 300).split(",");
  const wanted = normaliseText(name);
  if (wanted === "") return [];
  const around = rest.map(normaliseText).filter((part) => part !== "");
  const { location, locationName } = store.t;
  const isWhole = eq(locationName.normalised, wanted);
  const rows = await store.read
    .select({
      id: location.id,
      kind: location.kind,
      whole: sql<number>`max(case when ${isWhole} then 1 else 0 end)`.mapWith(Number),
    })
    .from(locationName)
    .innerJoin(location, eq(location.id, locationName.locationId))
    .where(exact ? isWhole : store.beginsWith(locationName.normalised, wanted))
    .groupBy(location.id, location.kind)
    .orderBy(
      sql`3 desc`,
      sql`case ${location.kind} when 'country' then 0 when 'province' then 1 when 'locality' then 2 else 3 end`,
      asc(location.id),
    )
    // What is around them is seen only once they are read.
    .limit(around.length > 0 ? 200 : MAX_FOUND);
  const places = await readLocations(store, store.read, [
    ...rows.map((row) => row.id),
    ...(exact ? [typed.trim()] : []),
  ]);
  const ids = Object.hasOwn(places, typed.trim()) ? [typed.trim()] : rows.map((row) => row.id);
  return ids
    .map((id) => found(id, places))
    .filter(({ label }) => around.every((part) => normaliseText(label).includes(part)))
    .slice(0, MAX_FOUND);
}

function found(id: string, places: Awaited<ReturnType<typeof readLocations>>): FoundPlace {
  const place = places[id]!;
  const path: string[] = [];
  for (let at: typeof place | undefined = place; at; at = places[at.parentId ?? ""])
    path.push(at.nameEn);
  return {
    id,
    kind: place.kind,
    countryId: place.countryId,
    provinceId: place.provinceId,
    label: path.join(", "),
    names: [place.nameKo, place.nameZh, ...place.aliases].filter((name) => name !== null),
  };
}
