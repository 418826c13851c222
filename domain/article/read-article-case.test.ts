import { expect, it } from "vitest";
import { parseTypedDate } from "../typed-date";
import {
  type ArticleCase,
  blankArticleCase,
  blankArticleEvent,
  blankArticleGroup,
} from "./article-case";
import { readArticleCase } from "./read-article-case";

const TEXT =
  "Headline. Police arrested twenty people in Kunming last week, a source said. They may be sent to Tumen.";
const at = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const FIRST = at("Police arrested twenty people in Kunming last week, a source said.");

const context = (over = {}) => {
  let made = 0;
  return {
    newId: () => `id-${++made}`,
    places: new Map([["Kunming", [{ id: "CN-YN/kunming", label: "Kunming, Yunnan, China" }]]]),
    text: TEXT,
    sourceId: "article",
    published: parseTypedDate("2014-07-23").date,
    keepsText: true,
    ...over,
  };
};

const arrest: ArticleCase = {
  ...blankArticleCase("c1"),
  title: "Arrests in Kunming",
  spans: [FIRST],
  speakers: [{ key: "s1", name: "a source", spans: [at("a source")] }],
  groups: [{ ...blankArticleGroup("g1"), count: "twenty", spans: [at("twenty people")] }],
  events: [
    {
      ...blankArticleEvent("e1"),
      type: "arrest",
      date: "last week",
      dateSpans: [at("last week")],
      places: [
        { key: "p1", role: "at", name: "Kunming", under: "", doubts: [], spans: [at("Kunming")] },
      ],
      groups: ["g1"],
      spans: [FIRST],
    },
  ],
};

it("makes a claim of every fact, with its sentence, its offsets and who said it", () => {
  const { document, issues } = readArticleCase(arrest, context());
  expect(issues).toEqual([]);
  const sentence = TEXT.slice(FIRST.start, FIRST.end);
  expect(document.claims.map(({ field, quote, statement }) => [field, quote, statement])).toEqual(
    ["count", "modality", "date", "place"].map((field) => [
      field,
      sentence,
      "According to a source.",
    ]),
  );
  const [count, , date, place] = document.claims;
  expect(count).toMatchObject({
    count: { low: 20, best: 20, high: 20 },
    locator: "characters 26–39",
  });
  expect(date!.date).toMatchObject({
    earliest: "2014-07-14",
    latest: "2014-07-20",
    basis: "derived",
  });
  expect(place!.place).toEqual({ role: "at", locationId: "CN-YN/kunming" });
  expect(document.groups[0]!.count).toEqual({ low: null, best: null, high: null });
  expect(document.events[0]).toMatchObject({ date: null, places: [], type: "arrest" });
});

it("says nowhere where words stand whose text is not kept", () => {
  const { document } = readArticleCase(arrest, context({ keepsText: false }));
  expect(document.claims.map(({ locator }) => locator)).toEqual(["", "", "", ""]);
});

it("quotes the sentence around words that are in none of the case's own", () => {
  const moved = { ...arrest, groups: [{ ...arrest.groups[0]!, spans: [at("Tumen")] }] };
  const [count] = readArticleCase(moved, context()).document.claims;
  expect(count!.quote).toBe("They may be sent to Tumen.");
});

it("makes a statement of people whose number is not told", () => {
  const some = { ...arrest, groups: [{ ...arrest.groups[0]!, count: "" }] };
  const { document, issues } = readArticleCase(some, context());
  expect(issues).toEqual([]);
  expect(document.claims[0]).toMatchObject({
    field: "statement",
    count: null,
    statement: "According to a source.",
  });
});

it.each<[string, Partial<ArticleCase>, string, string]>([
  ["no words at all", { spans: [], groups: [], events: [] }, "", "article.no_words"],
  ["words beyond the text", { spans: [{ start: 0, end: 999 }] }, "", "article.words_outside"],
  ["no title", { title: "" }, "title", "text.required"],
])("refuses a case with %s", (_what, over, path, code) => {
  const { issues } = readArticleCase({ ...arrest, ...over }, context());
  expect(issues).toContainEqual(expect.objectContaining({ path, code }));
});

it("names the field of what it cannot read", () => {
  const event = {
    ...arrest.events[0]!,
    date: "last week",
    places: [{ ...arrest.events[0]!.places[0]!, name: "Nowhere" }],
  };
  const wrong = { ...arrest, groups: [{ ...arrest.groups[0]!, count: "9-3" }], events: [event] };
  const { issues } = readArticleCase(wrong, context({ published: null }));
  expect(issues.map(({ path, code }) => [path, code])).toEqual([
    ["groups.0.count", "count.low_above_high"],
    ["events.0.date", "date.needs_publication"],
    ["events.0.places.0.name", "place.not_found"],
  ]);
});

it("lets a fact without words rest on those of the others where the case has none of its own", () => {
  const [event] = arrest.events;
  const bare = { ...arrest, spans: [], speakers: [], events: [{ ...event!, spans: [] }] };
  const { document, issues } = readArticleCase(bare, context());
  expect(issues).toEqual([]);
  expect(document.claims.every(({ quote }) => quote !== "")).toBe(true);
});

it("refuses the words of a date or a speaker that are not in the text", () => {
  const outside = [{ start: 0, end: 999 }];
  for (const wrong of [
    { ...arrest, events: [{ ...arrest.events[0]!, dateSpans: outside }] },
    { ...arrest, speakers: [{ key: "s1", name: "a source", spans: outside }] },
  ])
    expect(readArticleCase(wrong, context()).issues).toContainEqual(
      expect.objectContaining({ code: "article.words_outside" }),
    );
});
