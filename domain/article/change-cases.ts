import { parseCount } from "../parse-count";
import {
  type ArticleCase,
  type ArticleEvent,
  type ArticleGroup,
  type ArticleSpan,
  blankArticleCase,
  blankArticleEvent,
  blankArticleGroup,
  blankArticlePlace,
} from "./article-case";

/*
 * How a person changes the cases of an article. None of it changes what it is given; keys stay what they are, so that
 * what is shown of a fact stays with it.
 */

/** A key that none of the rows has. */
export function nextKey(
  prefix: "c" | "g" | "e" | "p" | "s",
  rows: readonly { key: string }[],
): string {
  const numbers = rows.map(({ key }) => Number(key.slice(1)));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

/** The list with the row of that key changed. */
export function changeRow<Row extends { key: string }>(
  rows: readonly Row[],
  key: string,
  change: (row: Row) => Row,
): Row[] {
  return rows.map((row) => (row.key === key ? change(row) : row));
}

/** With a further case, which rests on these words or on none yet. */
export function addCase(cases: readonly ArticleCase[], spans: ArticleSpan[]): ArticleCase[] {
  const added = blankArticleCase(nextKey("c", cases));
  const group = { ...blankArticleGroup("g1"), spans };
  const event = {
    ...blankArticleEvent("e1"),
    places: [blankArticlePlace("p1")],
    groups: ["g1"],
    spans,
  };
  return [...cases, { ...added, groups: [group], events: [event], spans }];
}

/** Without a group: its parts are parts of what it was part of. */
export function withoutGroup(one: ArticleCase, key: string): ArticleCase {
  const gone = one.groups.find((group) => group.key === key);
  return {
    ...one,
    groups: one.groups
      .filter((group) => group.key !== key)
      .map((group) => (group.partOf === key ? { ...group, partOf: gone?.partOf ?? "" } : group)),
    events: one.events.map((event) => ({
      ...event,
      groups: event.groups.filter((group) => group !== key),
    })),
  };
}

/**
 * Parts a case in two: the named groups, with their parts, make a case of their own right behind it. Events of which
 * both have people are in both; one of nobody stays. What rests on the same words does so in both.
 */
export function splitCase(
  cases: readonly ArticleCase[],
  key: string,
  groups: readonly string[],
): ArticleCase[] {
  const one = cases.find((each) => each.key === key);
  if (!one) return [...cases];
  const leaving = new Set(groups);
  // Wholes stand before their parts or behind them: as often as there are groups is enough.
  for (const _each of one.groups)
    for (const group of one.groups) if (leaving.has(group.partOf)) leaving.add(group.key);
  const only = (event: ArticleEvent, isOf: (key: string) => boolean): ArticleEvent => ({
    ...event,
    groups: event.groups.filter(isOf),
  });
  const isGone = (group: string) => leaving.has(group);
  const stays = (group: string) => !leaving.has(group);
  const moved: ArticleCase = {
    ...one,
    key: nextKey("c", cases),
    groups: one.groups
      .filter((group) => isGone(group.key))
      .map((group) => (isGone(group.partOf) ? group : { ...group, partOf: "" })),
    events: one.events.flatMap((event) => (event.groups.some(isGone) ? [only(event, isGone)] : [])),
    answers: [],
  };
  const left: ArticleCase = {
    ...one,
    groups: one.groups.filter((group) => stays(group.key)),
    events: one.events.flatMap((event) =>
      event.groups.length === 0 || event.groups.some(stays) ? [only(event, stays)] : [],
    ),
  };
  return cases.flatMap((each) => (each.key === key ? [left, moved] : [each]));
}

/** Puts a case into another: its groups, events, speakers and words are then that one's, and it is gone. */
export function joinCases(cases: readonly ArticleCase[], key: string, into: string): ArticleCase[] {
  const gone = cases.find((each) => each.key === key);
  const kept = cases.find((each) => each.key === into);
  if (!gone || !kept || key === into) return [...cases];
  const groupKeys = newKeys("g", kept.groups, gone.groups);
  const eventKeys = newKeys("e", kept.events, gone.events);
  const speakerKeys = newKeys("s", kept.speakers, gone.speakers);
  const joined: ArticleCase = {
    ...kept,
    groups: [
      ...kept.groups,
      ...gone.groups.map((group) => ({
        ...group,
        key: groupKeys.get(group.key)!,
        partOf: groupKeys.get(group.partOf) ?? "",
      })),
    ],
    events: [
      ...kept.events,
      ...gone.events.map((event) => ({
        ...event,
        key: eventKeys.get(event.key)!,
        groups: event.groups.flatMap((group) => groupKeys.get(group) ?? []),
      })),
    ],
    speakers: [
      ...kept.speakers,
      ...gone.speakers.map((speaker) => ({ ...speaker, key: speakerKeys.get(speaker.key)! })),
    ],
    doubts: [...new Set([...kept.doubts, ...gone.doubts])],
    spans: distinct([...kept.spans, ...gone.spans]),
    answers: [],
  };
  return cases
    .filter((each) => each.key !== key)
    .map((each) => (each.key === into ? joined : each));
}

function newKeys(
  prefix: "g" | "e" | "s",
  taken: readonly { key: string }[],
  rows: readonly { key: string }[],
): Map<string, string> {
  const all = [...taken];
  return new Map(
    rows.map(({ key }) => {
      const fresh = { key: nextKey(prefix, all) };
      all.push(fresh);
      return [key, fresh.key];
    }),
  );
}

/**
 * Lets a fact rest on words of the text: they take the place of those it had. What it says becomes what they say,
 * where that can be told from them: the words of a date, a place or a speaker, the figure of a group.
 * `fact`: an id of `factsOf`. A case or an event rests on them beside those it has.
 */
export function setWords(
  cases: readonly ArticleCase[],
  fact: string,
  span: ArticleSpan,
  text: string,
): ArticleCase[] {
  const words = text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  const [caseKey = "", part = "", field = ""] = fact.split(".");
  return changeRow(cases, caseKey, (one) => {
    if (part === "") return { ...one, spans: distinct([...one.spans, span]) };
    if (part.startsWith("s"))
      return {
        ...one,
        speakers: changeRow(one.speakers, part, ({ key }) => ({ key, name: words, spans: [span] })),
      };
    if (part.startsWith("g"))
      return {
        ...one,
        groups: changeRow(one.groups, part, (group) => groupOf(group, span, words)),
      };
    return {
      ...one,
      events: changeRow(one.events, part, (event) => eventOf(event, field, span, words)),
    };
  });
}

function groupOf(group: ArticleGroup, span: ArticleSpan, words: string): ArticleGroup {
  const { count, issues } = parseCount(words);
  const isNumber = issues.length === 0 && (count.low ?? count.best ?? count.high) !== null;
  return { ...group, count: isNumber ? words : group.count, spans: [span], doubts: [] };
}

function eventOf(
  event: ArticleEvent,
  field: string,
  span: ArticleSpan,
  words: string,
): ArticleEvent {
  if (field === "date") return { ...event, date: words, read: null, dateSpans: [span] };
  if (field === "") return { ...event, spans: distinct([...event.spans, span]) };
  return {
    ...event,
    places: changeRow(event.places, field, (place) => ({
      ...place,
      name: words,
      under: "",
      doubts: [],
      spans: [span],
    })),
  };
}

function distinct(spans: readonly ArticleSpan[]): ArticleSpan[] {
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
}
