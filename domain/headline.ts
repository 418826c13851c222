import { compareText } from "./compare-text";
import { type CountRange, sumCounts } from "./count-range";
import { currentStatuses, inTimelineOrder } from "./current-status";
import { CUSTODY, isOutOfReach, statusRank } from "./custody";
import { deriveEvent } from "./derive-event";
import { deriveGroup } from "./derive-group";
import { corroborate, independentPublishers, strongest, weigh } from "./evidence";
import type { CurrentStatus, DerivedEvent, Headline, HeadlineField } from "./headline-type";
import { HEADLINE_FIELDS } from "./headline-type";
import type { Group, IncidentDocument, IncidentEvent } from "./incident";
import type { LocationFacts } from "./location";
import { hull, isUnknown, type PartialDate } from "./partial-date";
import type { SourceFacts } from "./source";
import { type Corroboration, EVENT_TYPES, type EventType, ROLES } from "./vocabulary";

/**
 * The headline of an incident: one pure function of its claims, events and groups.
 * 1. Each group and event takes its value from the claims that stand (see `weigh`), else from the editor.
 * 2. Date and places: the earliest reported arrest or detention, else the first reported event, else none.
 * 3. Persons and helpers: sums over top-level groups counted in persons; a part never adds.
 * 4. Statuses: from the last reported event of each group; an anticipated event never changes one.
 * 5. A field is contested when independent publishers contradict each other.
 * The order of claims, and copies of a source already counted, change nothing.
 */
export function headlineOf(
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
  locations: ReadonlyMap<string, LocationFacts>,
): Headline {
  const events: Record<string, DerivedEvent> = {};
  for (const event of doc.events) events[event.id] = deriveEvent(event, doc, sources, locations);
  const derivedGroups = new Map(
    doc.groups.map((group) => [group.id, deriveGroup(group, doc, sources)]),
  );
  const order = inTimelineOrder(doc.events, events);
  const perGroup = currentStatuses(doc, order, events, derivedGroups, sources);

  const opening = openingEvents(order, events);
  const places = opening.flatMap((event) => events[event.id]!.places);
  const provincesOf = (ids: string[]) => distinct(ids.map((id) => locations.get(id)?.provinceId));
  const placeIds = distinct(places.map((place) => place.locationId));
  const provinces = provincesOf(placeIds).sort();
  const began = opening[0] ? startOf(events[opening[0].id]!) : "";
  // A flight across the border, say: no custody yet, and perhaps before anyone was seized.
  const mayPrecede = (event: IncidentEvent) =>
    CUSTODY[event.type].status === null && startOf(events[event.id]!) < began;
  const laterProvinces = provincesOf(
    order
      .filter((event) => events[event.id]!.modality === "reported" && !mayPrecede(event))
      .flatMap((event) => events[event.id]!.places.map((place) => place.locationId)),
  )
    .filter((id) => !provinces.includes(id))
    .sort();

  const statuses = joinStatuses(
    doc.groups.filter((group) => !isSplitUp(group, doc, derivedGroups, perGroup)),
    perGroup,
  );
  const worst = statuses[0] ?? { status: "unknown" as const, eventId: null, groupIds: [] };
  const standing = weigh(doc.claims, sources);
  const byField = gradeFields(doc, opening, events, derivedGroups, statuses);
  const total = (keep: (group: Group) => boolean) =>
    sumCounts(doc.groups.filter(keep).map((group) => derivedGroups.get(group.id)!.count));

  return {
    date: hull(known(opening.map((event) => events[event.id]!.date))),
    eventIds: opening.map((event) => event.id),
    places: placeIds,
    countries: distinct(placeIds.map((id) => locations.get(id)?.countryId)).sort(),
    provinces,
    localities: distinct(placeIds.map((id) => locations.get(id)?.localityId)).sort(),
    laterProvinces,
    persons: total((group) => isTotal(group) && group.unit === "person" && group.role !== "helper"),
    helpers: total((group) => isTotal(group) && group.unit === "person" && group.role === "helper"),
    families: total((group) => isFamilyTotal(group, doc) && group.role !== "helper"),
    roles: ROLES.filter((role) => doc.groups.some((group) => group.role === role)),
    nationalities: distinct(doc.groups.map((group) => group.nationality)).sort(),
    eventTypes: eventTypes(doc, events),
    statuses,
    status: worst.status,
    statusDate: worst.eventId === null ? null : events[worst.eventId]!.date,
    atRiskOf: dangersAhead(doc, order, events, perGroup),
    lastNews: lastNews(doc, events, sources),
    corroboration: overall(standing.length, byField, corroborate(standing, false)),
    byField,
    disagreement: HEADLINE_FIELDS.filter((field) => byField[field] === "contested"),
    sources: new Set(doc.claims.filter((c) => c.assessment !== "rejected").map((c) => c.sourceId))
      .size,
    independentSources: independentPublishers(standing).size,
    groups: Object.fromEntries(
      doc.groups.map((group) => [
        group.id,
        { ...derivedGroups.get(group.id)!, statuses: perGroup.get(group.id) ?? [] },
      ]),
    ),
    events,
  };
}

/** The events that the headline's date and places rest on: all that share the earliest day of the first kind. */
function openingEvents(
  order: IncidentEvent[],
  events: Record<string, DerivedEvent>,
): IncidentEvent[] {
  const reported = order.filter((event) => events[event.id]!.modality === "reported");
  const seizures = reported.filter(
    (event) => event.type === "arrest" || event.type === "detention",
  );
  const candidates = seizures.length > 0 ? seizures : reported;
  const first =
    candidates.toSorted((a, b) => compareText(startOf(events[a.id]!), startOf(events[b.id]!)))[0] ??
    null;
  if (first === null) return [];
  return candidates.filter(
    (event) =>
      event.type === first.type && startOf(events[event.id]!) === startOf(events[first.id]!),
  );
}

/** An event whose beginning is not known comes after every one whose is. */
function startOf(event: DerivedEvent): string {
  return event.date?.earliest ?? event.date?.latest ?? "9999-99-99";
}

function known(dates: (PartialDate | null)[]): PartialDate[] {
  return dates.filter((date): date is PartialDate => date !== null && !isUnknown(date));
}

function distinct(values: (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value != null))];
}

function isTotal(group: Group): boolean {
  return group.partOf === null;
}

/** Families are counted beside the people they consist of, so a family group inside a group of persons is whole. */
function isFamilyTotal(group: Group, doc: IncidentDocument): boolean {
  if (group.unit !== "family") return false;
  return doc.groups.find((other) => other.id === group.partOf)?.unit !== "family";
}

function eventTypes(doc: IncidentDocument, events: Record<string, DerivedEvent>) {
  const pairs = new Map(
    doc.events.map((event) => [
      `${event.type} ${events[event.id]!.modality}`,
      { type: event.type, modality: events[event.id]!.modality },
    ]),
  );
  return [...pairs.values()].sort(
    (a, b) =>
      EVENT_TYPES.indexOf(a.type) - EVENT_TYPES.indexOf(b.type) ||
      compareText(a.modality, b.modality),
  );
}

type StatusesOf = ReadonlyMap<string, Pick<CurrentStatus, "status" | "eventId">[]>;

function joinStatuses(groups: Group[], perGroup: StatusesOf): CurrentStatus[] {
  const joined = new Map<string, CurrentStatus>();
  for (const group of groups)
    for (const { status, eventId } of perGroup.get(group.id) ?? []) {
      const entry = joined.get(status);
      if (entry) entry.groupIds.push(group.id);
      else joined.set(status, { status, eventId, groupIds: [group.id] });
    }
  return [...joined.values()].sort((a, b) => statusRank(a.status) - statusRank(b.status));
}

/** Parts that went on to a status of their own and together are all of the group: it has no status but theirs. */
function isSplitUp(
  group: Group,
  doc: IncidentDocument,
  derived: ReadonlyMap<string, { count: CountRange }>,
  perGroup: StatusesOf,
): boolean {
  const whole = derived.get(group.id)!.count;
  const most = whole.high ?? whole.best;
  const own = perGroup.get(group.id)?.[0]?.eventId;
  const apart = doc.groups.filter(
    (part) =>
      part.partOf === group.id &&
      part.unit === group.unit &&
      perGroup.get(part.id)?.some(({ eventId }) => eventId !== null && eventId !== own),
  );
  const least = sumCounts(apart.map((part) => derived.get(part.id)!.count)).low;
  return most !== null && least !== null && least >= most;
}

/**
 * Anticipated dangers that hang over at least one group still within reach: not freed, deported or dead,
 * or expected only after that (an onward return, an arrest after a release).
 */
function dangersAhead(
  doc: IncidentDocument,
  order: IncidentEvent[],
  events: Record<string, DerivedEvent>,
  perGroup: StatusesOf,
): EventType[] {
  const placeOf = new Map(order.map((event, place) => [event.id, place]));
  const isOver = (event: IncidentEvent, groupId: string) => {
    const statuses = perGroup.get(groupId) ?? [];
    return (
      statuses.length > 0 &&
      statuses.every(
        ({ status, eventId }) =>
          status === "died" ||
          (isOutOfReach(status) &&
            (eventId === null || placeOf.get(eventId)! > placeOf.get(event.id)!)),
      )
    );
  };
  const ahead = doc.events.filter((event) => {
    if (events[event.id]!.modality !== "anticipated" || !CUSTODY[event.type].danger) return false;
    const concerned =
      event.groups.length > 0 ? event.groups.map((g) => g.groupId) : doc.groups.map((g) => g.id);
    return concerned.length === 0 || concerned.some((groupId) => !isOver(event, groupId));
  });
  return EVENT_TYPES.filter((type) => ahead.some((event) => event.type === type));
}

function lastNews(
  doc: IncidentDocument,
  events: Record<string, DerivedEvent>,
  sources: ReadonlyMap<string, SourceFacts>,
): string | null {
  const days: string[] = [];
  for (const claim of doc.claims) {
    const published = sources.get(claim.sourceId)?.published;
    if (published) days.push(published.latest ?? published.earliest ?? "");
  }
  for (const event of Object.values(events))
    if (event.modality === "reported" && event.date)
      days.push(event.date.latest ?? event.date.earliest ?? "");
  return days.sort().at(-1) || null;
}

function gradeFields(
  doc: IncidentDocument,
  opening: IncidentEvent[],
  events: Record<string, DerivedEvent>,
  groups: ReadonlyMap<string, { corroboration: Corroboration }>,
  statuses: CurrentStatus[],
): Record<HeadlineField, Corroboration> {
  const ofGroups = (keep: (group: Group) => boolean) =>
    strongest(doc.groups.filter(keep).map((group) => groups.get(group.id)!.corroboration));
  const statusEvents = statuses.flatMap(({ eventId }) =>
    eventId === null ? [] : [events[eventId]!],
  );
  return {
    date: strongest(opening.map((event) => events[event.id]!.corroboration.date)),
    place: strongest(opening.map((event) => events[event.id]!.corroboration.place)),
    persons: ofGroups(
      (group) => isTotal(group) && group.unit === "person" && group.role !== "helper",
    ),
    helpers: ofGroups(
      (group) => isTotal(group) && group.unit === "person" && group.role === "helper",
    ),
    parts: ofGroups((group) => !isTotal(group) && group.unit === "person"),
    status: strongest(statusEvents.map((event) => event.corroboration.modality)),
  };
}

/** Contested when any field is; else acknowledged when any is; else by all the incident's claims together. */
function overall(
  standing: number,
  byField: Record<HeadlineField, Corroboration>,
  together: Corroboration,
): Corroboration {
  if (standing === 0) return "unsourced";
  const best = strongest(Object.values(byField));
  return best === "contested" || best === "acknowledged" ? best : together;
}
