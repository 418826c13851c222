import { inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { CountryOption } from "../../domain/country-option";
import { codesFound, countFacets } from "../../domain/incident-index/count-facets";
import { everything } from "../../domain/takes-everything";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { byPlaceName } from "../by-place-name";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** The countries that people or events of listed incidents have, whatever the modality, by name. */
export async function listFoundCountries(store: Store, actor: Actor): Promise<CountryOption[]> {
  authoriseReading(store, actor, "incident.read");
  const { location } = store.t;
  const { ofPeople, ofPlaces } = await atOneMoment(store, (moment) =>
    askMatching(store, moment, everything(), "countries", (index, matching) => {
      const { country, nationality } = countFacets(index, matching, ["country", "nationality"]);
      return {
        ofPeople: new Set(codesFound(nationality)),
        ofPlaces: new Set(codesFound(country)),
      };
    }),
  );
  const rows = await store.read
    .select({ id: location.id, name: location.nameEn })
    .from(location)
    .where(inArray(location.id, [...new Set([...ofPeople, ...ofPlaces])]))
    .orderBy(...byPlaceName(store));
  return rows.map((row) => ({
    ...row,
    ofPeople: ofPeople.has(row.id),
    ofPlaces: ofPlaces.has(row.id),
  }));
}
