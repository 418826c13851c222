import { isUnknownCount } from "../count-range";
import { daysBetween } from "../partial-date";
import type {
  Doubt,
  Draft,
  DraftDate,
  DraftEvent,
  DraftGroup,
  DraftPlace,
  DraftSource,
} from "./drafts";
import { evidencesOf, type Span } from "./evidence-of";
import type { Happening, People, When, Where } from "./happening";
import type { ToldGroup, ToldIncident } from "./incident-told";

/**
 * Whom an article is about, for sentences that leave it out: the nationality it names most of people, how often,
 * and where first; null = none.
 */
export type ArticlePeople = {
  nationality: string;
  times: number;
  alone: boolean;
  first: Span;
} | null;

/** The incident as a draft, every fact with the words it rests on. */
export function writeDraft(text: string, incident: ToldIncident, article: ArticlePeople): Draft {
  const groups = incident.groups.flatMap((group, index) =>
    writeGroup(text, group, `g${index + 1}`, incident, article),
  );
  const speakers = new Map<string, Span[]>();
  for (const { speakers: ofSentence } of [...incident.told, ...incident.further])
    for (const { name, start, end } of ofSentence)
      speakers.set(name, [...(speakers.get(name) ?? []), { start, end }]);
  const doubts = new Set<Doubt>(incident.told[0]?.doubts ?? []);
  if (incident.date?.unresolved) doubts.add("relative_date");
  if (isTally(incident.date)) doubts.add("is_tally");
  if (incident.groups.every(({ count }) => isUnknownCount(count))) doubts.add("count_unknown");
  return {
    event_type: incident.type,
    modality: incident.modality,
    date: writeDate(text, incident.date),
    places: writePlaces(text, incident.places),
    groups,
    sources: [...speakers].map(
      ([name, spans]): DraftSource => ({ name, evidence: evidencesOf(text, spans) }),
    ),
    events: incident.further.map((happening) => writeEvent(text, happening)),
    doubts: [...doubts],
    evidence: evidencesOf(
      text,
      incident.told.map(({ sentence }) => sentence),
    ),
  };
}

function writeEvent(
  text: string,
  { type, modality, date, places, doubts, sentence }: Happening,
): DraftEvent {
  return {
    event_type: type,
    modality,
    date: writeDate(text, date),
    places: writePlaces(text, places),
    doubts: date?.unresolved ? [...doubts, "relative_date"] : [...doubts],
    evidence: evidencesOf(text, [sentence]),
  };
}

function writeDate(text: string, date: When | null): DraftDate | null {
  if (date === null) return null;
  const { earliest, latest, kind, basis, unresolved } = date;
  return {
    text: date.text,
    earliest,
    latest,
    kind,
    basis,
    unresolved,
    evidence: evidencesOf(text, [date]),
  };
}

/** Over two months and a figure: perhaps a tally of several incidents. */
function isTally(date: When | null): boolean {
  if (!date || date.earliest === null || date.latest === null) return false;
  return date.kind === "span"
    ? daysBetween(date.earliest, date.latest) > 31
    : /^(?:since|between|from|over|in the (?:past|last))/i.test(date.text) &&
        daysBetween(date.earliest, date.latest) > 45;
}

function writePlaces(text: string, places: readonly Where[]): DraftPlace[] {
  const distinct = new Map<string, Where[]>();
  for (const place of places) {
    const key = [place.role, place.country, place.subdivision, place.locality, place.facility].join(
      "|",
    );
    distinct.set(key, [...(distinct.get(key) ?? []), place]);
  }
  return [...distinct.values()].map((same): DraftPlace => {
    const { role, country, subdivision, locality, facility } = same[0]!;
    const doubts: Doubt[] = same.some(({ doubtful }) => doubtful) ? ["namesakes"] : [];
    return {
      role,
      country,
      subdivision,
      locality,
      facility,
      doubts,
      evidence: evidencesOf(text, same),
    };
  });
}

function writeGroup(
  text: string,
  group: ToldGroup,
  id: string,
  incident: ToldIncident,
  article: ArticlePeople,
): DraftGroup[] {
  const context = group.nationality === null && mayBe(group, article) ? article : null;
  const whole = writePeople(text, group, id, null, {
    nationality: group.nationality ?? context?.nationality ?? null,
    role: group.role ?? (incident.type === "deportation" ? "deportee" : "unknown"),
    context: context ? [context.first] : [],
  });
  const parts = new Map(group.parts.map((part) => [`${part.start}-${part.end}`, part]));
  return [
    whole,
    ...[...parts.values()].map((part, index) =>
      writePeople(text, { ...part, more: [] }, `${id}.${index + 1}`, id, {
        nationality: part.nationality ?? whole.nationality,
        role: part.role ?? whole.role,
        context: [],
      }),
    ),
  ];
}

/**
 * Whether people of whom no nationality is told may be those the article is about: it names them twice or more,
 * or before and nobody else. Helpers and the like may come from anywhere.
 */
function mayBe({ role, start, parts }: ToldGroup, article: ArticlePeople): boolean {
  if (article === null || (role !== null && APART.test(role))) return false;
  // "12,474 migrants, 2,630 of them Syrians": the others are not.
  if (parts.some(({ nationality }) => nationality !== null)) return false;
  return article.times > 1 || (article.alone && article.first.start < start);
}

const APART = /^(?:helper|journalist|protester|crew|family_member)$/;

function writePeople(
  text: string,
  people: People & { more: readonly Span[] },
  id: string,
  partOf: string | null,
  known: { nationality: string | null; role: DraftGroup["role"]; context: readonly Span[] },
): DraftGroup {
  const { unit, count, ageBand, sex, circumstances } = people;
  const doubts: Doubt[] = [];
  if (people.pronoun) doubts.push("who");
  if (isUnknownCount(count) && partOf === null) doubts.push("count_unknown");
  if (known.context.length > 0) doubts.push("nationality_from_context");
  return {
    id,
    role: known.role,
    nationality: known.nationality,
    unit,
    part_of: partOf,
    count,
    age_band: ageBand,
    sex,
    circumstances: [...new Set(circumstances)],
    doubts,
    evidence: evidencesOf(text, [people, ...people.more, ...known.context]),
  };
}
