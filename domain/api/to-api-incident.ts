import { riskNow } from "../at-risk";
import type { Headline } from "../headline-type";
import type { Claim, Group, IncidentEvent, Place } from "../incident";
import type { IncidentDetail } from "../incident-detail";
import type { ApiClaim } from "./api-claim";
import { toApiDate } from "./api-date";
import type { ApiEvent } from "./api-event";
import type { ApiGroup } from "./api-group";
import type { ApiHeadline } from "./api-headline";
import type { ApiIncident } from "./api-incident";
import { type Places, toApiPlace } from "./api-place";
import { toApiSource } from "./api-source";

/** An incident as machines get it. `today`: a calendar day, UTC, which decides whether who was at risk still is. */
export function toApiIncident(detail: IncidentDetail, today: string): ApiIncident {
  const { document, headline, locations } = detail;
  const refOf = new Map(detail.sources.map(({ id, ref }) => [id, ref]));
  return {
    reference: detail.ref,
    title: document.title,
    summary: document.summary,
    review_status: detail.reviewStatus,
    publication: detail.publication,
    retracted_reason: detail.retractedReason,
    merged_into: detail.mergedInto,
    version: detail.version,
    created_at: new Date(detail.createdAt).toISOString(),
    updated_at: new Date(detail.updatedAt).toISOString(),
    headline: toApiHeadline(headline, locations, today),
    groups: document.groups.map((group) => toApiGroup(group, headline, locations)),
    events: document.events.map((event) => toApiEvent(event, headline, locations)),
    claims: document.claims.map((claim) => toApiClaim(claim, refOf, locations)),
    sources: detail.sources.map((source) =>
      toApiSource(source, source.derivedFrom.flatMap((id) => detail.origins.get(id) ?? []).sort()),
    ),
    links: detail.links.map(({ type, outgoing, ref, title, note }) => ({
      type,
      direction: outgoing ? "to" : "from",
      incident: ref,
      title,
      note,
    })),
    not_same: detail.notSame.map(({ ref, title, reason }) => ({ incident: ref, title, reason })),
    kept_columns: detail.keptRows,
  };
}

function toApiHeadline(headline: Headline, places: Places, today: string): ApiHeadline {
  const named = (ids: readonly string[]) => ids.map((id) => toApiPlace(id, places));
  const { of, stale, since } = riskNow(headline, today);
  return {
    date: toApiDate(headline.date),
    events: headline.eventIds,
    places: named(headline.places),
    countries: named(headline.countries),
    provinces: named(headline.provinces),
    localities: named(headline.localities),
    later_provinces: named(headline.laterProvinces),
    persons: headline.persons,
    helpers: headline.helpers,
    families: headline.families,
    roles: headline.roles,
    nationalities: named(headline.nationalities),
    event_types: headline.eventTypes,
    statuses: headline.statuses.map(({ status, eventId, groupIds }) => ({
      status,
      event: eventId,
      groups: groupIds,
    })),
    status: headline.status,
    status_date: toApiDate(headline.statusDate),
    at_risk: { of, stale: of.length > 0 && stale, since },
    corroboration: headline.corroboration,
    corroboration_by_field: headline.byField,
    disagreement: headline.disagreement,
    sources: headline.sources,
    independent_sources: headline.independentSources,
  };
}

function toApiGroup(group: Group, headline: Headline, places: Places): ApiGroup {
  const derived = headline.groups[group.id];
  return {
    id: group.id,
    label: group.label,
    role: group.role,
    nationality: group.nationality === null ? null : toApiPlace(group.nationality, places),
    unit: group.unit,
    count: derived?.count ?? group.count,
    count_typed: group.count,
    part_of: group.partOf,
    age_band: group.ageBand,
    sex: group.sex,
    circumstances: group.circumstances,
    statuses: (derived?.statuses ?? []).map(({ status, eventId }) => ({ status, event: eventId })),
    corroboration: derived?.corroboration ?? null,
  };
}

function toApiEvent(event: IncidentEvent, headline: Headline, places: Places): ApiEvent {
  const derived = headline.events[event.id];
  const typed = {
    modality: event.modality,
    date: toApiDate(event.date),
    places: event.places.map((place) => toTouch(place, places)),
  };
  return {
    id: event.id,
    type: event.type,
    modality: derived?.modality ?? typed.modality,
    date: derived ? toApiDate(derived.date) : typed.date,
    places: derived ? derived.places.map((place) => toTouch(place, places)) : typed.places,
    description: event.description,
    groups: event.groups.map(({ groupId, count }) => ({
      group: groupId,
      count: derived?.counts[groupId] ?? count,
      count_typed: count,
    })),
    said_by: derived?.saidBy ?? { reported: 0, unconfirmed: 0, anticipated: 0, denied: 0 },
    corroboration: derived?.corroboration ?? null,
    typed,
  };
}

function toApiClaim(claim: Claim, refOf: ReadonlyMap<string, string>, places: Places): ApiClaim {
  return {
    id: claim.id,
    source: refOf.get(claim.sourceId)!,
    group: claim.groupId,
    event: claim.eventId,
    field: claim.field,
    count: claim.count,
    date: toApiDate(claim.date),
    place: claim.place && toTouch(claim.place, places),
    modality: claim.modality,
    status: claim.status,
    scope: claim.scope,
    scope_text: claim.scopeText,
    statement: claim.statement,
    quote: claim.quote,
    locator: claim.locator,
    credibility: claim.credibility,
    assessment: claim.assessment,
    acknowledged: claim.acknowledged,
  };
}

function toTouch({ role, locationId }: Place, places: Places) {
  return { role, place: toApiPlace(locationId, places) };
}
