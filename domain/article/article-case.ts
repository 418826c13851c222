import { z } from "zod";
import { partialDateSchema } from "../partial-date";
import { SIMILAR_ANSWERS } from "../similarity/similar-answer";
import { isStorable } from "../text";

/*
 * What a person makes of an article: cases whose facts are text as typed, each with the stretches of the article it
 * rests on. What the text means is read when the cases are accepted.
 */

export const ARTICLE_LIMITS = {
  /** Characters of an article that is read at a screen. */
  text: 200_000,
  /** Bytes of a file that holds one. */
  fileBytes: 8_000_000,
  cases: 100,
  groups: 60,
  events: 40,
  places: 20,
  spans: 60,
  speakers: 20,
  /** Characters of a title, and of a name of a place or speaker. */
  title: 600,
  name: 400,
  /** Articles that one person has put aside. */
  drafts: 100,
} as const;

const typed = (max: number) => z.string().max(max).refine(isStorable);
const key = z.string().regex(/^[a-z]\d{1,6}$/);

/** A stretch of the text, JavaScript string offsets, the end exclusive. */
export const spanSchema = z
  .object({ start: z.int().min(0), end: z.int() })
  .refine(({ start, end }) => start < end);
export type ArticleSpan = z.infer<typeof spanSchema>;

const spans = z.array(spanSchema).max(ARTICLE_LIMITS.spans);
const doubts = z.array(typed(40)).max(10);

const groupSchema = z.object({
  key,
  label: typed(400),
  role: typed(40),
  nationality: typed(10),
  unit: typed(20),
  count: typed(400),
  partOf: z.union([key, z.literal("")]),
  ageBand: typed(20),
  sex: typed(20),
  circumstances: z.array(typed(40)).max(20),
  doubts,
  spans,
});
export type ArticleGroup = z.infer<typeof groupSchema>;

/**
 * `name`: as typed, or the full written form. `under`: the place that a new locality is to stand under, by its written
 * form; "" = the place is one that the ledger has.
 */
const placeSchema = z.object({
  key,
  role: typed(20),
  name: typed(ARTICLE_LIMITS.name),
  under: typed(ARTICLE_LIMITS.name),
  doubts,
  spans,
});
export type ArticlePlace = z.infer<typeof placeSchema>;

/** `read`: the days that `date` means while its words are as the reader found them; null = they are to be read anew. */
const eventSchema = z.object({
  key,
  type: typed(40),
  modality: typed(20),
  date: typed(400),
  read: partialDateSchema.nullable(),
  dateSpans: spans,
  places: z.array(placeSchema).max(ARTICLE_LIMITS.places),
  /** The keys of the groups it happened to. */
  groups: z.array(key).max(ARTICLE_LIMITS.groups),
  doubts,
  spans,
});
export type ArticleEvent = z.infer<typeof eventSchema>;

const speakerSchema = z.object({ key, name: typed(ARTICLE_LIMITS.name), spans });

/**
 * What a person says of an incident that may be the same. Of `same` the case's facts become claims on it: `as` says
 * for each group (`same:ID`, `part:ID`, `other`) and event (its id there, `other`), by key, what it is there.
 */
const answerSchema = z.object({
  ref: typed(40),
  is: z.enum(SIMILAR_ANSWERS),
  reason: typed(1_000),
  as: z.record(key, typed(300)),
});
export type ArticleAnswer = z.infer<typeof answerSchema>;

/** One incident as the article tells it. `spans`: the sentences it rests on. `isTaken`: to be accepted with the next. */
export const articleCaseSchema = z.object({
  key,
  title: typed(ARTICLE_LIMITS.title),
  groups: z.array(groupSchema).max(ARTICLE_LIMITS.groups),
  events: z.array(eventSchema).max(ARTICLE_LIMITS.events),
  speakers: z.array(speakerSchema).max(ARTICLE_LIMITS.speakers),
  doubts,
  spans,
  answers: z.array(answerSchema).max(20),
  isTaken: z.boolean(),
});
export type ArticleCase = z.infer<typeof articleCaseSchema>;
export const articleCasesSchema = z.array(articleCaseSchema).max(ARTICLE_LIMITS.cases);

/** What is known of the article itself. `source`: the reference of the source that it is already, "" = a new one. */
export const articleFactsSchema = z.object({
  kind: typed(20),
  publisher: typed(600),
  title: typed(1_000),
  url: typed(3_000),
  published: typed(100),
  language: typed(40),
  access: typed(20),
  keepsText: z.boolean(),
  source: typed(40),
});
export type ArticleFacts = z.infer<typeof articleFactsSchema>;

export const blankArticle: ArticleFacts = {
  kind: "news",
  publisher: "",
  title: "",
  url: "",
  published: "",
  language: "",
  access: "public",
  keepsText: false,
  source: "",
};

export function blankArticleGroup(key: string): ArticleGroup {
  return {
    key,
    label: "",
    role: "unknown",
    nationality: "",
    unit: "person",
    count: "",
    partOf: "",
    ageBand: "",
    sex: "",
    circumstances: [],
    doubts: [],
    spans: [],
  };
}

export function blankArticlePlace(key: string): ArticlePlace {
  return { key, role: "at", name: "", under: "", doubts: [], spans: [] };
}

export function blankArticleEvent(key: string): ArticleEvent {
  return {
    key,
    type: "",
    modality: "reported",
    date: "",
    read: null,
    dateSpans: [],
    places: [],
    groups: [],
    doubts: [],
    spans: [],
  };
}

export function blankArticleCase(key: string): ArticleCase {
  return {
    key,
    title: "",
    groups: [],
    events: [],
    speakers: [],
    doubts: [],
    spans: [],
    answers: [],
    isTaken: true,
  };
}
