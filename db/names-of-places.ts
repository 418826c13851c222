import { and, eq, inArray, like, or } from "drizzle-orm";
import { isNameWithin, isOfPlace } from "../domain/name-within";
import { possibleNames, type TypedTerm } from "../domain/search-query";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/**
 * The names, normalised, by which the places are found that are called as some of the terms are: all of each, but for
 * those of a country that would find another place, as "Republic of Korea" does in the name of North Korea, and those
 * that the place around it has too: who asks for Jilin City does not ask for Jilin.
 */
export async function namesOfPlaces(
  store: Store,
  db: Db,
  terms: readonly TypedTerm[],
): Promise<Map<string, string[]>> {
  const { location, locationName } = store.t;
  const { locationId, normalised } = locationName;
  const called = await inChunks(possibleNames(terms), (chunk) =>
    db
      .select({
        id: locationId,
        name: normalised,
        kind: location.kind,
        around: location.parentId,
      })
      .from(locationName)
      .innerJoin(location, eq(location.id, locationId))
      .where(inArray(normalised, chunk)),
  );
  const names = await inChunks(
    called.flatMap(({ id, around }) => (around === null ? [id] : [id, around])),
    (chunk) =>
      db
        .select({ id: locationId, name: normalised })
        .from(locationName)
        .where(inArray(locationId, chunk)),
  );
  const found = new Map<string, string[]>();
  const namesOf = (place: string | null) =>
    names.filter(({ id, name }) => id === place && name !== "").map(({ name }) => name);
  for (const { id, name, kind, around } of called) {
    const own = namesOf(id);
    const misleading =
      kind === "country" ? await withinOthers(store, db, id, own) : new Set(namesOf(around));
    const others = own.filter((one) => !misleading.has(one));
    found.set(name, [...new Set([...(found.get(name) ?? []), ...others])]);
  }
  return found;
}

/**
 * Where most of a ledger's incidents are. Beside others a name that is not looked for would be missed more often than
 * a wrong place is found: 俄罗斯 is part of the name of Belarus too.
 */
const OF_MOST = ["CN", "KP"];

/** The names of a country that are part of the name of one of these, or of their provinces. */
async function withinOthers(
  store: Store,
  db: Db,
  country: string,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const { location, locationName } = store.t;
  const longer = await db
    .select({ id: location.id, name: locationName.normalised })
    .from(locationName)
    .innerJoin(location, eq(location.id, locationName.locationId))
    .where(
      and(
        inArray(location.countryId, OF_MOST),
        inArray(location.kind, ["country", "province"]),
        or(...names.map((name) => like(locationName.normalised, `%${name}%`))),
      ),
    );
  const others = longer.filter(({ id }) => !isOfPlace(id, country));
  return new Set(names.filter((name) => others.some((other) => isNameWithin(name, other.name))));
}
