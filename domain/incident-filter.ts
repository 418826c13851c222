import { namedPeriod } from "./calendar-period";
import { DANGERS } from "./custody";
import {
  choice,
  codes,
  day,
  type FilterField,
  MAX_SEARCH_LENGTH,
  MAX_VALUES,
  openCodes,
  peopleCount,
  printable,
  searchText,
} from "./filter-field";
import { foldedText } from "./folded-text";
import type { Issue } from "./issue";
import { PLACE_ID, readMoveCode } from "./map-move";
import { readReference } from "./reference";
import { readProvinceCode } from "./unknown-province";
import {
  CORROBORATIONS,
  type Corroboration,
  EVENT_TYPES,
  type EventType,
  MODALITIES,
  type Modality,
  REVIEW_STATUSES,
  type ReviewStatus,
  ROLES,
  type Role,
  STATUSES,
  type Status,
} from "./vocabulary";

/** Which incidents are asked for, field by field; the names are those of the address and stay. */
type Asked = {
  q: string | null;
  /** ISO 3166-2, or `CN-unknown`: places of which no province is known. Matches a place of any event, whatever its role. */
  province: string[];
  /** ISO 3166-1 alpha-2. */
  country: string[];
  /** Ids of the gazetteer, of any size: an event there, or anywhere inside it. */
  place: string[];
  /** Ways of people as the map shows them, by `moveCode`: the incident has one of them. */
  move: string[];
  /** Calendar days, both inclusive, without time zone. */
  from: string | null;
  to: string | null;
  /** Years and months, `2014` and `2014-07`: any of them will do, within `from` and `to` where these are asked for. */
  when: string[];
  /** `certain`: the whole interval of a date lies in the days asked for; `possible`: it overlaps. */
  dates: "possible" | "certain";
  type: EventType[];
  modality: Modality[];
  status: Status[];
  /** Anticipated events that may still happen to somebody of the incident, however old the news of it. */
  risk: EventType[];
  /** Calendar days, both inclusive: the latest day that anything is known of. An unknown one lies in no range. */
  news_from: string | null;
  news_to: string | null;
  /** ISO 3166-1 alpha-2. */
  nationality: string[];
  role: Role[];
  people_min: number | null;
  people_max: number | null;
  /** References of sources, SRC-…. */
  source: string[];
  corroboration: Corroboration[];
  review: ReviewStatus[];
  /** References of the incidents themselves, INC-…. */
  ref: string[];
};
export type FilterName = keyof Asked;

/**
 * One filter for the table, the counts, the CSV and whatever else lists incidents.
 * Several values of one field are "or", different fields "and". `invalid`: what the address asked for and no
 * field can take, unknown names included; a filter with any of it matches nothing, so that a mistake never widens.
 */
export type IncidentFilter = Asked & { invalid: { name: string; value: string }[] };

const country = (text: string) => (/^[A-Z]{2}$/i.test(text) ? text.toUpperCase() : null);

/** In the order in which an address names them. */
const FIELDS: { [N in FilterName]: FilterField<Asked[N]> } = {
  q: searchText,
  province: openCodes(readProvinceCode, "filter.unknown_province"),
  country: openCodes(country, "filter.unknown_country"),
  place: openCodes((text) => (PLACE_ID.test(text) ? text : null), "filter.unknown_place"),
  move: openCodes((text) => (readMoveCode(text) ? text : null), "filter.unknown_move"),
  from: day("first"),
  to: day("last"),
  when: openCodes((text) => (namedPeriod(text) ? text : null), "filter.not_a_period"),
  dates: choice(["possible", "certain"]),
  type: codes(EVENT_TYPES),
  modality: codes(MODALITIES),
  status: codes(STATUSES),
  risk: codes(DANGERS),
  news_from: day("first"),
  news_to: day("last"),
  nationality: openCodes(country, "filter.unknown_country"),
  role: codes(ROLES),
  people_min: peopleCount,
  people_max: peopleCount,
  source: openCodes((text) => readReference("SRC", text), "filter.unknown_source"),
  corroboration: codes(CORROBORATIONS),
  review: codes(REVIEW_STATUSES),
  ref: openCodes((text) => readReference("INC", text), "filter.unknown_incident"),
};
export const FILTER_NAMES = Object.keys(FIELDS) as FilterName[];

/** Parameters beside the filter that an address of incidents may carry. */
const BESIDE_THE_FILTER = ["sort", "page", "size", "columns", "bom"];

const MAX_UNKNOWN = 20;

/** The filter of an address, tolerant of anything, with all issues. `path` of an issue is the parameter's name. */
export function parseIncidentFilter(params: URLSearchParams): {
  filter: IncidentFilter;
  issues: Issue[];
} {
  const asked: Record<string, unknown> = {};
  const invalid: IncidentFilter["invalid"] = [];
  const issues: Issue[] = [];
  for (const name of FILTER_NAMES) {
    const texts = params.getAll(name).filter((text) => (name === "q" ? text : text.trim()) !== "");
    const read = FIELDS[name].read(texts, name);
    asked[name] = read.value;
    issues.push(...read.issues);
    invalid.push(...read.bad.map((value) => ({ name, value })));
  }
  for (const [name, value] of unknownParameters(params)) {
    invalid.push({ name, value });
    issues.push({ path: name, code: "filter.unknown_parameter", values: { value: name } });
  }
  const filter = { ...(asked as Asked), invalid };
  return { filter, issues: [...issues, ...contradictions(filter)] };
}

/** The address of a filter: fields in a fixed order, those that ask for nothing absent. Inverse of the parse. */
export function serializeIncidentFilter(filter: IncidentFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    for (const value of writeField(filter, name)) params.append(name, value);
    for (const bad of filter.invalid) if (bad.name === name) params.append(name, bad.value);
  }
  for (const { name, value } of filter.invalid) if (!isFilterName(name)) params.append(name, value);
  return params;
}

/** The filter that asks for nothing: every incident. */
export function emptyIncidentFilter(): IncidentFilter {
  return parseIncidentFilter(new URLSearchParams()).filter;
}

/** Whether the filter asks for something in this field, be it valid or not. */
export function isAsked(filter: IncidentFilter, name: FilterName): boolean {
  return writeField(filter, name).length > 0 || filter.invalid.some((bad) => bad.name === name);
}

/** The same filter, asking for nothing in the named fields. */
export function withoutFields(filter: IncidentFilter, names: readonly string[]): IncidentFilter {
  const nothing: Record<string, unknown> = emptyIncidentFilter();
  const kept = Object.entries(filter).map(([name, value]) => [
    name,
    names.includes(name) ? nothing[name] : value,
  ]);
  return {
    ...(Object.fromEntries(kept) as IncidentFilter),
    invalid: filter.invalid.filter((bad) => !names.includes(bad.name)),
  };
}

/** True where the filter cannot be answered as it was asked; it then matches no incident. */
export function matchesNothing(filter: IncidentFilter): boolean {
  return filter.invalid.length > 0 || contradictions(filter).length > 0 || isWordless(filter);
}

/** True where the dates hold on the event that is asked for; otherwise they mean the headline date. */
export function datesAreOfEvents(filter: IncidentFilter): boolean {
  return isAsked(filter, "type") || isAsked(filter, "modality");
}

/** True where text is searched for that has no letter or digit. No mistake, but to be said: it finds nothing. */
export function isWordless(filter: IncidentFilter): boolean {
  return filter.q !== null && foldedText(filter.q) === "";
}

/** True where the text searched for is so long that a page must not repeat it in each of its links. */
export function isTooLongToRepeat({ q }: Pick<IncidentFilter, "q">): boolean {
  return q !== null && encodeURIComponent(q).length > MAX_REPEATED;
}

/** As an address writes it: some 2,000 letters, or 200 characters of Chinese or Korean. */
const MAX_REPEATED = 2_000;

/** What is wrong with a filter though each of its values is right. */
function contradictions(filter: IncidentFilter): Issue[] {
  const issues: Issue[] = [];
  const { q, from, to, news_from, news_to, people_min: min, people_max: max } = filter;
  if (q !== null && q.length > MAX_SEARCH_LENGTH)
    issues.push({
      path: "q",
      code: "filter.search_too_long",
      values: { value: printable(q), max: MAX_SEARCH_LENGTH },
    });
  if (from !== null && to !== null && from > to)
    issues.push({ path: "from", code: "filter.from_after_to", values: { from, to } });
  if (news_from !== null && news_to !== null && news_from > news_to)
    issues.push({
      path: "news_from",
      code: "filter.from_after_to",
      values: { from: news_from, to: news_to },
    });
  if (min !== null && max !== null && min > max)
    issues.push({ path: "people_min", code: "filter.min_above_max", values: { min, max } });
  for (const name of FILTER_NAMES) {
    const count =
      writeField(filter, name).length + filter.invalid.filter((bad) => bad.name === name).length;
    if (count > MAX_VALUES)
      issues.push({ path: name, code: "filter.too_many_values", values: { max: MAX_VALUES } });
  }
  return issues;
}

/** Distinct, and no more than a page can say. */
function unknownParameters(params: URLSearchParams): Map<string, string> {
  const unknown = new Map<string, string>();
  for (const [name, value] of params) {
    if (isFilterName(name) || BESIDE_THE_FILTER.includes(name)) continue;
    unknown.set(printable(name), printable(value));
    if (unknown.size >= MAX_UNKNOWN) break;
  }
  return unknown;
}

export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(FIELDS, name);
}

function writeField<N extends FilterName>(filter: IncidentFilter, name: N): string[] {
  return (FIELDS[name] as FilterField<Asked[N]>).write(filter[name]);
}
