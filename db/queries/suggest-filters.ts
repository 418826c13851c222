import { and, desc, inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { MAX_SEARCH_LENGTH } from "../../domain/filter-field";
import {
  emptyIncidentFilter,
  type IncidentFilter,
  isAsked,
  serializeIncidentFilter,
  withoutFields,
} from "../../domain/incident-filter";
import { countFacets, countOf } from "../../domain/incident-index/count-facets";
import { countTowns } from "../../domain/incident-index/count-towns";
import { mapMatching } from "../../domain/incident-index/map-matching";
import { readReference } from "../../domain/reference";
import { readSearch } from "../../domain/search-query";
import { searchWords } from "../../domain/search-text";
import { sourceName } from "../../domain/source-name";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { lastSourcesWith } from "../source-texts";
import type { Store } from "../store";
import { atOneMoment, type Moment } from "../store-index";
import { findPlaces } from "./find-places";

/** A value of a filter's field that a text may mean, and how many incidents are found once it is added. */
export type FilterSuggestion = {
  field: "country" | "province" | "place" | "nationality" | "source";
  value: string;
  label: string;
  incidents: number;
};

const MAX_PLACES = 6;
const MAX_NATIONALITIES = 2;
const MAX_SOURCES = 4;

/**
 * What a text may mean beside itself: places by the beginning of any of their names, and where such a country is a
 * nationality, that; sources by words of publisher, title or address, or by their reference. Only what finds an incident
 * beside what `filter` asks for, its search left out; at most 24.
 */
export async function suggestFilters(
  store: Store,
  actor: Actor,
  typed: string,
  filter: IncidentFilter = emptyIncidentFilter(),
): Promise<FilterSuggestion[]> {
  authoriseReading(store, actor, "incident.read");
  const words = searchWords(typed);
  if (words.length === 0 || typed.length > MAX_SEARCH_LENGTH) return [];
  // No value of a filter leaves something out.
  if (readSearch(typed).some(({ isUnwanted }) => isUnwanted)) return [];
  const places = await findPlaces(store, actor, { typed });
  const countries = places.filter(({ kind }) => kind === "country");
  const provinces = places.filter(({ kind }) => kind === "province");
  const beside = withoutFields(filter, ["q"]);
  const isAnywhere = !isAsked(beside, "province") && !isAsked(beside, "place");
  return atOneMoment(store, async (moment) => {
    const known = await askMatching(store, moment, beside, "known", countFacets);
    const towns = await townsOf(store, moment, beside, isAnywhere);
    const alone = (field: Field, value: string) =>
      field === "place" ? (towns.get(value) ?? 0) : countOf(known[field], value);
    const suggest = async (field: Field, named: { id: string; label: string }[], max: number) => {
      const found: FilterSuggestion[] = [];
      for (const { id: value, label } of named) {
        let incidents = alone(field, value);
        // One more value of a field finds more than it does alone; so do towns beside what is asked of their events.
        const isOther = field === "place" ? !isAnywhere : isAsked(beside, field);
        if (incidents > 0 && isOther) {
          const added = { ...beside, [field]: [...beside[field], value] };
          incidents = await askMatching(store, moment, added, null, (_index, { total }) => total);
        }
        if (incidents > 0) found.push({ field, value, label, incidents });
        if (found.length === max) break;
      }
      return found;
    };
    const isFound = (ref: string) => alone("source", ref) > 0;
    const sources = await sourcesOf(store, moment, { typed, words, isFound });
    return [
      ...(await suggest("country", countries, MAX_PLACES)),
      ...(await suggest("province", provinces, MAX_PLACES)),
      ...(await suggest("place", places, MAX_PLACES)),
      ...(await suggest("nationality", countries, MAX_NATIONALITIES)),
      ...(await suggest("source", sources, MAX_SOURCES)),
    ];
  });
}

/**
 * How many incidents a filter finds in each town. Where it asks for no place, as many as it finds with the town; else
 * whatever an event there must be.
 */
async function townsOf(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
  isAnywhere: boolean,
): Promise<ReadonlyMap<string, number>> {
  // Of all incidents they are counted quicker by themselves.
  const isOfAll = serializeIncidentFilter(filter).size === 0;
  if (isAnywhere && !isOfAll)
    return (await askMatching(store, moment, filter, "map", mapMatching)).localities;
  return askMatching(store, moment, withoutFields(filter, ["place"]), "towns", countTowns);
}

type Field = FilterSuggestion["field"];

/** The source of the reference, or the last so many by their references that have all words, and find an incident. */
async function sourcesOf(
  store: Store,
  moment: Moment,
  { typed, words, isFound }: { typed: string; words: string[]; isFound(ref: string): boolean },
) {
  const { ref, publisher, title, searchText } = store.t.source;
  const typedRef = readReference("SRC", typed);
  const refs =
    typedRef === null
      ? await lastSourcesWith(store, moment, { words, limit: MAX_SOURCES, isWanted: isFound })
      : [typedRef].filter(isFound);
  const rows = await moment.db
    .select({ ref, publisher, title })
    .from(store.t.source)
    .where(
      and(inArray(ref, refs), typedRef === null ? store.containsAll(searchText, words) : undefined),
    )
    .orderBy(desc(ref));
  return rows.map((row) => ({ id: row.ref, label: sourceName(row) }));
}
