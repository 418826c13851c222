import { checkIncident } from "../check-incident";
import { isUnknownCount, unknownCount } from "../count-range";
import {
  addCitedClaim,
  type Cited,
  type FormContext,
  newReading,
  type Reading,
  readCodeAt,
  readCountAt,
  readDateAt,
  readOptionalCodeAt,
  readPlaceAt,
  refuse,
} from "../form-reading";
import {
  type Group,
  type IncidentDocument,
  type IncidentEvent,
  incidentDocumentSchema,
} from "../incident";
import type { Issue } from "../issue";
import type { PartialDate } from "../partial-date";
import { allIssues } from "../read-incident-form";
import {
  AGE_BANDS,
  CIRCUMSTANCES,
  EVENT_TYPES,
  MODALITIES,
  PLACE_ROLES,
  ROLES,
  SEXES,
  UNITS,
} from "../vocabulary";
import { issuesOf } from "../zod-issues";
import type {
  ArticleCase,
  ArticleEvent,
  ArticleGroup,
  ArticlePlace,
  ArticleSpan,
} from "./article-case";
import { dateAsRead } from "./date-as-read";
import { factsOf } from "./facts-of";
import { quoteWords, sentencesAround, writeOffsets } from "./quote-words";

/**
 * What the facts of a case rest on. `text`: as it is stored. `sourceId`: the article's, or its key. `places`: by
 * `placeKeyOf`. `keepsText`: the text becomes the source's stored copy, so that offsets into it lead somewhere.
 */
export type CaseContext = Pick<FormContext, "newId" | "places"> & {
  text: string;
  sourceId: string;
  published: PartialDate | null;
  keepsText: boolean;
};

export type ArticleCaseReading = {
  document: IncidentDocument;
  /** Every one, with the path of its field in the case: "events.0.date". */
  issues: Issue[];
  /** For `formPathOf`, where somebody else finds fault with the document. */
  origins: ReadonlyMap<string, string>;
  /** The ids of its groups and events, by their keys. */
  ids: ReadonlyMap<string, string>;
};

/** By what the places of a case are looked up. */
export function placeKeyOf({ name, under }: Pick<ArticlePlace, "name" | "under">): string {
  return under.trim() === "" ? name : `${name}\n${under}`;
}

/**
 * A case of an article as the document that is logged: every count, date, place and modality becomes a claim of the
 * article, with the sentence it stands in as its quote and where its words are.
 * 1. A fact without words of its own rests on those of the case, or on all that its facts have; a case without any is
 *    refused (`article.no_words`).
 * 2. A group without a number becomes a statement.
 * 3. Who said it stands in the statement of the claims of that sentence.
 */
export function readArticleCase(given: ArticleCase, context: CaseContext): ArticleCaseReading {
  const reading = newReading({
    newId: context.newId,
    before: null,
    sources: new Map(),
    places: context.places,
  });
  for (const { key } of given.groups) reading.groupIds.set(key, context.newId());
  for (const { key } of given.events) reading.eventIds.set(key, context.newId());
  if (wordsOf(given).length === 0) refuse(reading, "", "article.no_words");
  const all = factsOf([given]).flatMap(({ spans }) => spans);
  if (all.some(({ end }) => end > context.text.length))
    refuse(reading, "", "article.words_outside");
  reading.origins.set("title", "title");
  const groups = given.groups.map((group, at) => readGroup(reading, given, group, at, context));
  const events = given.events.map((event, at) => readEvent(reading, given, event, at, context));
  const document = { title: given.title, summary: "", groups, events, claims: reading.claims };
  const parsed = incidentDocumentSchema.safeParse(document, { reportInput: true });
  const found = [...(parsed.success ? [] : issuesOf(parsed.error)), ...checkIncident(document)];
  return {
    document: parsed.success ? parsed.data : document,
    issues: allIssues(reading, found),
    origins: reading.origins,
    ids: new Map([...reading.groupIds, ...reading.eventIds]),
  };
}

/** All words of a case but for those that only say who said it. */
function wordsOf(given: ArticleCase): ArticleSpan[] {
  return factsOf([{ ...given, speakers: [] }]).flatMap(({ spans }) => spans);
}

/** What a fact cites. `path` is where its words are shown in the case. */
function citedAt(
  given: ArticleCase,
  { text, sourceId, published, keepsText }: CaseContext,
  path: string,
  ...candidates: readonly (readonly ArticleSpan[])[]
): Cited {
  const spans = [...candidates, given.spans].find((some) => some.length > 0) ?? wordsOf(given);
  const sentences = [...given.spans, ...given.events.flatMap((event) => event.spans)];
  const around = sentencesAround(text, spans, sentences);
  const speakers = given.speakers.filter((speaker) =>
    speaker.spans.some((said) =>
      around.some(({ start, end }) => start <= said.start && said.end <= end),
    ),
  );
  return {
    sourceId,
    published,
    quote: quoteWords(text, around),
    locator: keepsText && spans.length > 0 ? writeOffsets(spans) : "",
    statement: speakers.length === 0 ? "" : `According to ${namesOf(speakers)}.`,
    path,
  };
}

function namesOf(speakers: readonly { name: string }[]): string {
  const names = [...new Map(speakers.map(({ name }) => [name.toLowerCase(), name])).values()];
  return names.join("; ");
}

function readGroup(
  reading: Reading,
  given: ArticleCase,
  group: ArticleGroup,
  at: number,
  context: CaseContext,
): Group {
  const path = `groups.${at}`;
  reading.origins.set(path, path);
  for (const field of ["role", "nationality", "count", "partOf", "label"])
    reading.origins.set(`${path}.${field}`, `${path}.${field}`);
  const id = reading.groupIds.get(group.key)!;
  const count = readCountAt(reading, `${path}.count`, group.count);
  const cited = citedAt(given, context, path, group.spans);
  const about = { groupId: id, eventId: null };
  if (!isUnknownCount(count))
    addCitedClaim(reading, `${path}.count`, cited, { ...about, field: "count", count });
  else
    addCitedClaim(reading, `${path}.count`, cited, {
      ...about,
      field: "statement",
      // Somebody's words must stand there; where nothing else is said, those of the article.
      statement: cited.statement || group.count || cited.quote.slice(0, 5_000),
    });
  const partOf = group.partOf === "" ? null : (reading.groupIds.get(group.partOf) ?? null);
  if (group.partOf !== "" && partOf === null) refuse(reading, `${path}.partOf`, "group.unknown");
  return {
    id,
    role: readCodeAt(reading, `${path}.role`, group.role, ROLES),
    nationality: group.nationality === "" ? null : group.nationality,
    unit: readCodeAt(reading, `${path}.unit`, group.unit, UNITS),
    count: unknownCount,
    partOf,
    ageBand: readOptionalCodeAt(reading, `${path}.ageBand`, group.ageBand, AGE_BANDS),
    sex: readOptionalCodeAt(reading, `${path}.sex`, group.sex, SEXES),
    circumstances: [...new Set(group.circumstances)].map((code) =>
      readCodeAt(reading, `${path}.circumstances`, code, CIRCUMSTANCES),
    ),
    label: group.label,
  };
}

function readEvent(
  reading: Reading,
  given: ArticleCase,
  event: ArticleEvent,
  at: number,
  context: CaseContext,
): IncidentEvent {
  const path = `events.${at}`;
  for (const field of ["", ".date", ".type", ".modality"])
    reading.origins.set(`${path}${field}`, `${path}${field}`);
  const id = reading.eventIds.get(event.key)!;
  const about = { groupId: null, eventId: id };
  const modality = readCodeAt(reading, `${path}.modality`, event.modality, MODALITIES);
  addCitedClaim(reading, `${path}.modality`, citedAt(given, context, path, event.spans), {
    ...about,
    field: "modality",
    modality,
  });
  // Of changed words the article's become the date's.
  const date =
    dateAsRead(event) ?? readDateAt(reading, `${path}.date`, event.date, context.published);
  if (date)
    addCitedClaim(
      reading,
      `${path}.date`,
      citedAt(given, context, path, event.dateSpans, event.spans),
      { ...about, field: "date", date },
    );
  event.places.forEach((place, index) => {
    const here = `${path}.places.${index}`;
    if (place.name.trim() === "") return;
    const role = readCodeAt(reading, `${here}.role`, place.role, PLACE_ROLES);
    const locationId = readPlaceAt(reading, `${here}.name`, placeKeyOf(place));
    if (locationId === null) return;
    addCitedClaim(
      reading,
      `${here}.name`,
      citedAt(given, context, here, place.spans, event.spans),
      { ...about, field: "place", place: { role, locationId } },
    );
  });
  return {
    id,
    type: readCodeAt(reading, `${path}.type`, event.type, EVENT_TYPES),
    modality,
    date: null,
    places: [],
    description: "",
    groups: [...new Set(event.groups)].flatMap((key) => {
      const groupId = reading.groupIds.get(key);
      return groupId === undefined ? [] : [{ groupId, count: unknownCount }];
    }),
  };
}
