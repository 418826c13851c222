import { statusRank } from "../domain/custody";
import type { Headline } from "../domain/headline-type";
import type { IncidentDocument } from "../domain/incident";
import type { LocationFacts } from "../domain/location";
import { normaliseText } from "../domain/search-text";
import {
  CORROBORATIONS,
  type Credibility,
  REVIEW_STATUSES,
  type ReviewStatus,
  type Status,
} from "../domain/vocabulary";
import { toDateColumns } from "./date-columns";

/** What an incident's row holds beside its document. */
export type IncidentFacts = {
  id: string;
  ref: string;
  version: number;
  reviewStatus: ReviewStatus;
  retractedReason: string | null;
  editedBy: string | null;
  editedAt: number | null;
  createdAt: number;
  updatedAt: number;
};

/**
 * An incident as the rows it is stored in, by table: the incident itself and everything of it, in the order in which
 * they can be inserted. `headline`: of the document; `locations`: of every place the document names.
 */
export function incidentRows(
  facts: IncidentFacts,
  doc: IncidentDocument,
  headline: Headline,
  locations: ReadonlyMap<string, LocationFacts>,
) {
  const incidentId = facts.id;
  const statuses: Status[] =
    headline.statuses.length > 0 ? headline.statuses.map(({ status }) => status) : ["unknown"];
  return {
    incident: incidentRow(facts, doc, headline),
    peopleGroup: doc.groups.map((group, position) =>
      groupRow(incidentId, group, position, headline),
    ),
    event: doc.events.map(({ date, places: _places, groups: _groups, ...columns }, position) => {
      const derived = headline.events[columns.id]!;
      return {
        ...columns,
        ...toDateColumns(date),
        incidentId,
        position,
        currentModality: derived.modality,
        currentEarliest: derived.date?.earliest ?? null,
        currentLatest: derived.date?.latest ?? null,
      };
    }),
    eventPlace: placeRows(incidentId, doc, headline, locations),
    eventGroup: doc.events.flatMap(({ id, groups: concerned }) =>
      concerned.map(({ groupId, count }) => ({ incidentId, eventId: id, groupId, ...count })),
    ),
    incidentStatus: statuses.map((status) => ({ incidentId, status })),
    claim: doc.claims.map(({ count, date, place, ...columns }, position) => ({
      ...columns,
      credibility: columns.credibility as Credibility | null,
      low: count?.low ?? null,
      best: count?.best ?? null,
      high: count?.high ?? null,
      ...toDateColumns(date),
      placeRole: place?.role ?? null,
      locationId: place?.locationId ?? null,
      incidentId,
      position,
    })),
  };
}
export type IncidentRows = ReturnType<typeof incidentRows>;

function incidentRow(facts: IncidentFacts, doc: IncidentDocument, headline: Headline) {
  const joined = (values: string[]) => (values.length > 0 ? values.join(" ") : null);
  return {
    ...facts,
    title: doc.title,
    summary: doc.summary,
    ...toDateColumns(headline.date),
    headline,
    personsLow: headline.persons.low,
    personsBest: headline.persons.best,
    personsHigh: headline.persons.high,
    helpersLow: headline.helpers.low,
    helpersBest: headline.helpers.best,
    helpersHigh: headline.helpers.high,
    status: headline.status,
    statusRank: statusRank(headline.status),
    corroboration: headline.corroboration,
    corroborationRank: CORROBORATIONS.indexOf(headline.corroboration),
    reviewRank: REVIEW_STATUSES.indexOf(facts.reviewStatus),
    sourceCount: headline.sources,
    independentCount: headline.independentSources,
    sortDate: headline.date?.earliest ?? headline.date?.latest ?? null,
    sortTitle: normaliseText(doc.title),
    sortPeople: headline.persons.best ?? headline.persons.low ?? headline.persons.high,
    sortProvinces: joined(headline.provinces),
    sortRoles: joined(headline.roles),
    sortNationalities: joined(headline.nationalities),
    sortTypes: joined(headline.eventTypes.map(({ type }) => type)),
    searchText: normaliseText(`${doc.title}\n${doc.summary}`),
  };
}

function groupRow(
  incidentId: string,
  { count, partOf, ...columns }: IncidentDocument["groups"][number],
  position: number,
  headline: Headline,
) {
  const derived = headline.groups[columns.id]!;
  return {
    ...columns,
    ...count,
    incidentId,
    position,
    partOfId: partOf,
    currentLow: derived.count.low,
    currentBest: derived.count.best,
    currentHigh: derived.count.high,
    statusRank: statusRank(derived.statuses[0]?.status ?? "unknown"),
  };
}

/** One row for each place of each event, telling whether the editor typed it and whether it counts now. */
function placeRows(
  incidentId: string,
  doc: IncidentDocument,
  headline: Headline,
  locations: ReadonlyMap<string, LocationFacts>,
) {
  return doc.events.flatMap((event) => {
    const key = (place: { role: string; locationId: string }) =>
      `${place.role} ${place.locationId}`;
    const typed = new Map(event.places.map((place) => [key(place), place]));
    const current = new Map(headline.events[event.id]!.places.map((place) => [key(place), place]));
    return [...new Map([...typed, ...current]).values()].map((place, position) => {
      const facts = locations.get(place.locationId)!;
      return {
        incidentId,
        eventId: event.id,
        position,
        ...place,
        countryId: facts.countryId,
        provinceId: facts.provinceId,
        typed: typed.has(key(place)),
        current: current.has(key(place)),
      };
    });
  });
}
