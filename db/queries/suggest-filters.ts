import { and, desc, inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { MAX_SEARCH_LENGTH } from "../../domain/filter-field";
import { emptyIncidentFilter } from "../../domain/incident-filter";
import { countFacets, countOf } from "../../domain/incident-index/count-facets";
import { countTowns } from "../../domain/incident-index/count-towns";
import { searchWords } from "../../domain/search-text";
import { sourceName } from "../../domain/source-name";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { lastSourcesWith } from "../source-texts";
import type { Store } from "../store";
import { atOneMoment, type Moment } from "../store-index";
import { findPlaces } from "./find-places";

/** A value of a filter's field that a text may mean, and how many incidents it finds by itself. */
export type FilterSuggestion = {
  field: "country" | "province" | "place" | "nationality" | "source";
  value: string;
  label: string;
  incidents: number;
};

const MAX_PLACES = 6;
const MAX_SOURCES = 4;

/**
 * What a text may mean beside itself: places by the beginning of any of their names, and where such a country is a
 * nationality, that; sources by words of publisher, title or address. Only what finds an incident; at most 24.
 */
export async function suggestFilters(
  store: Store,
  actor: Actor,
  typed: string,
): Promise<FilterSuggestion[]> {
  authoriseReading(store, actor, "incident.read");
  const words = searchWords(typed);
  if (words.length === 0 || typed.length > MAX_SEARCH_LENGTH) return [];
  const everything = emptyIncidentFilter();
  const { known, towns, sources } = await atOneMoment(store, async (moment) => {
    const known = await askMatching(store, moment, everything, "known", countFacets);
    const towns = await askMatching(store, moment, everything, "towns", countTowns);
    const isFound = (ref: string) => countOf(known.source, ref) > 0;
    return { known, towns, sources: await sourcesWith(store, moment, words, isFound) };
  });
  const suggestion = (field: FilterSuggestion["field"], value: string, label: string) => {
    const incidents = field === "place" ? (towns.get(value) ?? 0) : countOf(known[field], value);
    return incidents > 0 ? [{ field, value, label, incidents }] : [];
  };
  const places = await findPlaces(store, actor, { typed });
  const countries = places.filter(({ kind }) => kind === "country");
  const provinces = places.filter(({ kind }) => kind === "province");
  return [
    ...countries.flatMap(({ id, label }) => suggestion("country", id, label)).slice(0, MAX_PLACES),
    ...provinces.flatMap(({ id, label }) => suggestion("province", id, label)).slice(0, MAX_PLACES),
    ...places.flatMap(({ id, label }) => suggestion("place", id, label)).slice(0, MAX_PLACES),
    ...countries.flatMap(({ id, label }) => suggestion("nationality", id, label)).slice(0, 2),
    ...sources.flatMap((one) => suggestion("source", one.ref, sourceName(one))),
  ];
}

/** The last so many by their references of the sources that have all words and find an incident. */
async function sourcesWith(
  store: Store,
  moment: Moment,
  words: string[],
  isWanted: (ref: string) => boolean,
) {
  const { ref, publisher, title, searchText } = store.t.source;
  const refs = await lastSourcesWith(store, moment, { words, limit: MAX_SOURCES, isWanted });
  return moment.db
    .select({ ref, publisher, title })
    .from(store.t.source)
    .where(and(inArray(ref, refs), store.containsAll(searchText, words)))
    .orderBy(desc(ref));
}
