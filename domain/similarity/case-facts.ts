import type { CountRange } from "../count-range";
import type { Headline } from "../headline-type";
import type { IncidentDocument } from "../incident";
import type { LocationFacts } from "../location";
import type { DayBounds } from "../partial-date";
import { tellingWords } from "./telling-words";

/** The places of a case by their ids: of all its events, whatever their modality. */
export type CasePlaces = {
  countries: readonly string[];
  provinces: readonly string[];
  localities: readonly string[];
};

/**
 * What two cases are held against each other by. `date`: when it happened, both days inclusive; null open.
 * `persons`: without helpers. `reports`: what tells a report again, a normalised address or a reference.
 * `words`: of title, summary and descriptions, without those that nearly every case has.
 */
export type CaseFacts = {
  date: DayBounds;
  persons: CountRange;
  places: CasePlaces;
  reports: ReadonlySet<string>;
  words: ReadonlySet<string>;
};

/** The facts of a document as its claims have it. */
export function caseFacts(
  document: Pick<IncidentDocument, "title" | "summary" | "events">,
  headline: Pick<Headline, "date" | "persons" | "events">,
  locations: ReadonlyMap<string, LocationFacts>,
  reports: Iterable<string>,
): CaseFacts {
  const { date, persons, events } = headline;
  const places = Object.values(events)
    .flatMap((event) => event.places)
    .flatMap(({ locationId }) => locations.get(locationId) ?? []);
  const distinct = (ids: (string | null)[]) => [...new Set(ids)].filter((id) => id !== null);
  return {
    date: { earliest: date?.earliest ?? null, latest: date?.latest ?? null },
    persons,
    places: {
      countries: distinct(places.map(({ countryId }) => countryId)),
      provinces: distinct(places.map(({ provinceId }) => provinceId)),
      localities: distinct(places.map(({ localityId }) => localityId)),
    },
    reports: new Set(reports),
    words: tellingWords(caseTexts(document)),
  };
}

/** The texts by whose words two cases are held against each other. */
function caseTexts({
  title,
  summary,
  events,
}: Pick<IncidentDocument, "title" | "summary" | "events">): string[] {
  return [title, summary, ...events.map(({ description }) => description)];
}
