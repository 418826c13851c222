import {
  and,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { monthPeriod } from "../domain/calendar-period";
import {
  datesAreOfEvents,
  FILTER_NAMES,
  type FilterName,
  type IncidentFilter,
  isAsked,
  matchesNothing,
  withoutFields,
} from "../domain/incident-filter";
import { moveCode } from "../domain/map-move";
import { type Phrase, readSearch, type SearchTerm, toSearchQuery } from "../domain/search-query";
import { isCounted } from "./counted-incidents";
import { namesOfPlaces } from "./names-of-places";
import type { Store } from "./store";
import { readMapFacts } from "./testing-map-facts";

/**
 * The incidents a filter asks for, as a condition on the incident table, for tests to hold the index against; `omit`
 * leaves one field out. Text and movements are not asked for here: see `plainlyFound` and `plainlyMoved`.
 * 1. Event type, modality, province, country and, beside a type or modality, the dates hold for one and the same
 *    event. Its places count whatever their role.
 * 2. Without a type or modality the dates mean the headline date.
 * 3. A filter with a mistake in it matches nothing. Merged incidents are never listed, and retracted ones only
 *    where the review status asks for them: what was taken back is not counted.
 */
export function incidentWhere(store: Store, filter: IncidentFilter, omit?: FilterName): SQL {
  return compose(store, omit ? withoutFields(filter, [omit]) : filter, datesAsked);
}

/**
 * The incidents that satisfy all but the dates of a filter and whose date is unknown: they match no range and
 * are counted apart. Beside a type or modality, those where only an undated event could be the one asked for.
 */
export function undatedWhere(store: Store, filter: IncidentFilter): SQL {
  const possible = incidentWhere(store, { ...filter, dates: "possible" });
  return and(compose(store, filter, dateUnknown), not(possible))!;
}

/**
 * What of a filter must hold for one event, as a condition on the event table, for queries that go over the events of
 * `incidentWhere`: an incident counts for a place by such an event alone. Undefined where the filter asks for none of it.
 */
export function eventWhere(
  store: Store,
  filter: IncidentFilter,
  omit?: FilterName,
): SQL | undefined {
  return and(...ofOneEvent(store, omit ? withoutFields(filter, [omit]) : filter, datesAsked));
}

/** What a condition speaks of: the columns of the date, the headline's or those of the event asked for. */
type On = {
  store: Store;
  mode: IncidentFilter["dates"];
  earliest: AnySQLiteColumn;
  latest: AnySQLiteColumn;
};

const OF_EVENT: readonly FilterName[] = ["type", "modality", "province", "country", "place"];
const OF_DATE: readonly FilterName[] = ["from", "to", "when", "dates"];
const OF_INCIDENT = FILTER_NAMES.filter((name) => ![...OF_EVENT, ...OF_DATE].includes(name));

type OnDate = (filter: IncidentFilter, on: On) => SQL | undefined;

function compose(store: Store, filter: IncidentFilter, onDate: OnDate): SQL {
  if (matchesNothing(filter)) return sql`1 = 0`;
  const { incident, event } = store.t;
  const on = spokenOf(store, filter);
  const ofEvent = ofOneEvent(store, filter, onDate);
  return and(
    isAsked(filter, "review") ? isNull(incident.mergedIntoId) : isCounted(store),
    ...asked(OF_INCIDENT, filter, on),
    isRanged(filter) && !datesAreOfEvents(filter) ? onDate(filter, on) : undefined,
    ofEvent.length > 0
      ? exists(
          store.read
            .select({ one: sql`1` })
            .from(event)
            .where(and(eq(event.incidentId, incident.id), ...ofEvent)),
        )
      : undefined,
  )!;
}

function ofOneEvent(store: Store, filter: IncidentFilter, onDate: OnDate): SQL[] {
  const on = spokenOf(store, filter);
  const date = isRanged(filter) && datesAreOfEvents(filter) ? onDate(filter, on) : undefined;
  return [...asked(OF_EVENT, filter, on), date].filter((each) => each !== undefined);
}

function spokenOf(store: Store, filter: IncidentFilter): On {
  const { incident, event } = store.t;
  return datesAreOfEvents(filter)
    ? { store, mode: filter.dates, earliest: event.currentEarliest, latest: event.currentLatest }
    : { store, mode: filter.dates, earliest: incident.dateEarliest, latest: incident.dateLatest };
}

function isRanged({ from, to, when }: IncidentFilter): boolean {
  return from !== null || to !== null || when.length > 0;
}

function asked(names: readonly FilterName[], filter: IncidentFilter, on: On) {
  return names.filter((name) => isAsked(filter, name)).map((name) => condition(filter, name, on));
}

/** Certain: wholly inside. Possible: overlapping, where an open bound reaches without end. Both: known. */
function datesAsked(filter: IncidentFilter, on: On): SQL | undefined {
  return and(
    condition(filter, "dates", on),
    filter.when.length > 0 ? inAnyOf(filter, on) : undefined,
    filter.from === null || filter.when.length > 0 ? undefined : condition(filter, "from", on),
    filter.to === null || filter.when.length > 0 ? undefined : condition(filter, "to", on),
  );
}

/** Month by month: those that follow one another are one stretch, of which from and to leave what lies between them. */
function inAnyOf({ from, to, when }: IncidentFilter, on: On): SQL {
  const months = new Set<number>();
  for (const text of when) {
    const [year = 0, month] = text.split("-").map(Number);
    for (let n = 1; n <= 12; n++) if (month === undefined || month === n) months.add(year * 12 + n);
  }
  const dayOf = (month: number, edge: "earliest" | "latest") =>
    monthPeriod(Math.floor((month - 1) / 12), ((month - 1) % 12) + 1)![edge];
  const stretches: SQL[] = [];
  for (const first of months) {
    if (months.has(first - 1)) continue;
    let last = first;
    while (months.has(last + 1)) last++;
    const bounds = [dayOf(first, "earliest"), dayOf(last, "latest")] as const;
    const begin = from !== null && from > bounds[0] ? from : bounds[0];
    const end = to !== null && to < bounds[1] ? to : bounds[1];
    if (begin <= end) stretches.push(and(CONDITIONS.from(begin, on), CONDITIONS.to(end, on))!);
  }
  return or(...stretches) ?? sql`1 = 0`;
}

function dateUnknown(_filter: IncidentFilter, { earliest, latest }: On): SQL | undefined {
  return and(isNull(earliest), isNull(latest));
}

type Given<N extends FilterName> = NonNullable<IncidentFilter[N]>;

function condition<N extends FilterName>(filter: IncidentFilter, name: N, on: On) {
  return CONDITIONS[name](filter[name] as Given<N>, on);
}

const CONDITIONS: { [N in FilterName]: (value: Given<N>, on: On) => SQL | undefined } = {
  q: () => undefined,
  province: (codes, { store }) => {
    const { provinceId, countryId } = store.t.eventPlace;
    const bare = codes.flatMap((code) => (code.endsWith("-unknown") ? code.slice(0, 2) : []));
    const unknown = and(isNull(provinceId), inArray(countryId, bare));
    return happenedAt(or(inArray(provinceId, codes), unknown)!, store);
  },
  country: (codes, { store }) => happenedAt(inArray(store.t.eventPlace.countryId, codes), store),
  from: (day, { mode, earliest, latest }) =>
    mode === "certain" ? gte(earliest, day) : or(isNull(latest), gte(latest, day)),
  to: (day, { mode, earliest, latest }) =>
    mode === "certain" ? lte(latest, day) : or(isNull(earliest), lte(earliest, day)),
  // The places, and step by step what lies in them.
  place: (ids, { store }) => {
    const { eventPlace, location } = store.t;
    const list = sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    );
    return happenedAt(
      sql`${eventPlace.locationId} in (
        with recursive inside (id) as (
          select l.id from ${location} l where l.id in (${list})
          union select l.id from ${location} l join inside on l.parent_id = inside.id
        ) select id from inside)`,
      store,
    );
  },
  when: () => undefined,
  move: () => undefined,
  dates: (_mode, { earliest, latest }) => or(isNotNull(earliest), isNotNull(latest)),
  type: (codes, { store }) => inArray(store.t.event.type, codes),
  modality: (codes, { store }) => inArray(store.t.event.currentModality, codes),
  status: (codes, { store }) => {
    const { incident, incidentStatus } = store.t;
    return exists(
      store.read
        .select({ one: sql`1` })
        .from(incidentStatus)
        .where(
          and(eq(incidentStatus.incidentId, incident.id), inArray(incidentStatus.status, codes)),
        ),
    );
  },
  risk: (codes, { store }) => {
    const ahead = ofHeadline("atRiskOf", store);
    return or(...codes.map((code) => sql`${ahead} like ${`%"${code}"%`}`));
  },
  news_from: (day, { store }) => gte(ofHeadline("lastNews", store), day),
  news_to: (day, { store }) => lte(ofHeadline("lastNews", store), day),
  nationality: (codes, { store }) =>
    hasGroup(inArray(store.t.peopleGroup.nationality, codes), store),
  role: (codes, { store }) => hasGroup(inArray(store.t.peopleGroup.role, codes), store),
  // The known figures of the persons reach into the range; an unknown number never does.
  people_min: (min, { store }) => {
    const { personsLow, personsBest, personsHigh } = store.t.incident;
    return gte(sql`coalesce(${personsHigh}, ${personsBest}, ${personsLow})`, min);
  },
  people_max: (max, { store }) => {
    const { personsLow, personsBest, personsHigh } = store.t.incident;
    return lte(sql`coalesce(${personsLow}, ${personsBest}, ${personsHigh})`, max);
  },
  source: (refs, { store }) => {
    const { incident, claim, source } = store.t;
    return exists(
      store.read
        .select({ one: sql`1` })
        .from(claim)
        .innerJoin(source, eq(source.id, claim.sourceId))
        .where(
          and(
            eq(claim.incidentId, incident.id),
            inArray(source.ref, refs),
            ne(claim.assessment, "rejected"),
          ),
        ),
    );
  },
  corroboration: (codes, { store }) => inArray(store.t.incident.corroboration, codes),
  review: (codes, { store }) => inArray(store.t.incident.reviewStatus, codes),
  ref: (refs, { store }) => inArray(store.t.incident.ref, refs),
};

/** Inside the one event that is asked for: a place of it that counts now. */
function happenedAt(place: SQL, store: Store): SQL {
  const { event, eventPlace } = store.t;
  return exists(
    store.read
      .select({ one: sql`1` })
      .from(eventPlace)
      .where(
        and(
          eq(eventPlace.incidentId, event.incidentId),
          eq(eventPlace.eventId, event.id),
          eq(eventPlace.current, true),
          place,
        ),
      ),
  );
}

function ofHeadline(name: "atRiskOf" | "lastNews", { dialect, t }: Store): SQL {
  const { headline } = t.incident;
  return dialect === "sqlite"
    ? sql`${headline} ->> ${name}`
    : sql`cast(${headline} as json) ->> ${name}`;
}

function hasGroup(group: SQL, store: Store): SQL {
  const { incident, peopleGroup } = store.t;
  return exists(
    store.read
      .select({ one: sql`1` })
      .from(peopleGroup)
      .where(and(eq(peopleGroup.incidentId, incident.id), group)),
  );
}

/** The ids of the incidents that have one of the ways, by their codes. */
export async function plainlyMoved(store: Store, codes: readonly string[]): Promise<Set<string>> {
  const { incident } = store.t;
  const ids = (await store.read.select({ id: incident.id }).from(incident)).map(({ id }) => id);
  const moved = new Set<string>();
  for (let at = 0; at < ids.length; at += 500)
    for (const [id, { moves }] of await readMapFacts(store, store.read, ids.slice(at, at + 500)))
      if (moves.some((move) => codes.includes(moveCode(move)))) moved.add(id);
  return moved;
}

/** The ids of the incidents whose words answer a searched text, each text read and held against it. */
export async function plainlyFound(store: Store, text: string): Promise<Set<string>> {
  const terms = readSearch(text);
  if (terms.length === 0) return new Set();
  const query = toSearchQuery(terms, await namesOfPlaces(store, store.read, terms));
  const { incidentEntry, incidentText } = store.t;
  const rows = await store.read
    .select({
      id: incidentEntry.incidentId,
      open: incidentText.openWords,
      restricted: incidentText.restrictedWords,
    })
    .from(incidentText)
    .innerJoin(incidentEntry, eq(incidentEntry.number, incidentText.number));
  const found = rows.filter(({ open, restricted }) => {
    const holds = ({ words, isBeginning }: Phrase) =>
      [open, restricted].some((all) =>
        ` ${all} `.includes(` ${words.join(" ")}${isBeginning ? "" : " "}`),
      );
    const answers = (term: SearchTerm) => term.some((phrases) => phrases.every(holds));
    return query.wanted.every(answers) && !query.unwanted.some(answers);
  });
  return new Set(found.map(({ id }) => id));
}
