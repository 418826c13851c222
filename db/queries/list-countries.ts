import { eq, exists, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { CountryOption } from "../../domain/country-option";
import { authoriseReading } from "../authorise-reading";
import { byPlaceName } from "../by-place-name";
import type { Store } from "../store";

/** Every country there is, by name, and whether people or events of the ledger have it. */
export async function listCountries(store: Store, actor: Actor): Promise<CountryOption[]> {
  authoriseReading(store, actor, "incident.read");
  const { location, peopleGroup, eventPlace } = store.t;
  const has = (condition: SQL) => sql<number>`case when ${condition} then 1 else 0 end`;
  const rows = await store.read
    .select({
      id: location.id,
      name: location.nameEn,
      ofPeople: has(
        exists(
          store.read
            .select({ one: sql`1` })
            .from(peopleGroup)
            .where(eq(peopleGroup.nationality, location.id)),
        ),
      ),
      ofPlaces: has(
        exists(
          store.read
            .select({ one: sql`1` })
            .from(eventPlace)
            .where(eq(eventPlace.countryId, location.id)),
        ),
      ),
    })
    .from(location)
    .where(eq(location.kind, "country"))
    .orderBy(...byPlaceName(store));
  return rows.map((row) => ({
    ...row,
    ofPeople: row.ofPeople === 1,
    ofPlaces: row.ofPlaces === 1,
  }));
}
