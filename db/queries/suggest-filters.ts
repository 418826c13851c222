import { desc, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { MAX_SEARCH_LENGTH } from "../../domain/filter-field";
import { emptyIncidentFilter } from "../../domain/incident-filter";
import { countFacets, countOf } from "../../domain/incident-index/count-facets";
import { mapMatching } from "../../domain/incident-index/map-matching";
import { searchWords } from "../../domain/search-text";
import { sourceName } from "../../domain/source-name";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";
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
  const { known, towns } = await atOneMoment(store, async (moment) => ({
    known: await askMatching(store, moment, everything, "known", countFacets),
    towns: await askMatching(
      store,
      moment,
      everything,
      "towns",
      (index, all) => mapMatching(index, all, all).localities,
    ),
  }));
  const suggestion = (field: FilterSuggestion["field"], value: string, label: string) => {
    const incidents = field === "place" ? (towns.get(value) ?? 0) : countOf(known[field], value);
    return incidents > 0 ? [{ field, value, label, incidents }] : [];
  };
  const places = await findPlaces(store, actor, { typed });
  const countries = places.filter(({ kind }) => kind === "country");
  const provinces = places.filter(({ kind }) => kind === "province");
  const sources = await sourcesWith(store, words, MAX_SOURCES * 2);
  return [
    ...countries.flatMap(({ id, label }) => suggestion("country", id, label)).slice(0, MAX_PLACES),
    ...provinces.flatMap(({ id, label }) => suggestion("province", id, label)).slice(0, MAX_PLACES),
    ...places.flatMap(({ id, label }) => suggestion("place", id, label)).slice(0, MAX_PLACES),
    ...countries.flatMap(({ id, label }) => suggestion("nationality", id, label)).slice(0, 2),
    ...sources
      .flatMap((one) => suggestion("source", one.ref, sourceName(one)))
      .slice(0, MAX_SOURCES),
  ];
}

/** The last so many by their references of the sources that have all words. */
async function sourcesWith({ t, read, containsAll }: Store, words: string[], limit: number) {
  const { ref, publisher, title, searchText } = t.source;
  const last = read
    .select({ ref, publisher, title, searchText })
    .from(t.source)
    .orderBy(desc(ref))
    .limit(MANY)
    .as("last");
  const among = await read
    .select({ ref: last.ref, publisher: last.publisher, title: last.title })
    .from(last)
    .where(containsAll(last.searchText, words))
    .orderBy(desc(last.ref))
    .limit(limit);
  if (among.length === limit) return among;
  return (
    read
      .select({ ref, publisher, title })
      .from(t.source)
      .where(containsAll(searchText, words))
      // Not by the index, which leads from row to row all over the table.
      .orderBy(desc(sql`${ref} || ''`))
      .limit(limit)
  );
}

/** Among so many sources words that are common are found often enough. */
const MANY = 2_000;
