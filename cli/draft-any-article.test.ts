import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGazetteer } from "../db/gazetteer/read-gazetteer";
import { countRangeSchema } from "../domain/count-range";
import { cutSentences } from "../domain/extraction/cut-sentences";
import type { Draft, Drafts } from "../domain/extraction/drafts";
import { FRESH_STORIES } from "../domain/extraction/fixture/fresh-stories";
import { readArticle } from "../domain/extraction/read-article";
import { toldInLines } from "../domain/extraction/testing-told";
import { isDay } from "../domain/partial-date";

const places = readGazetteer();
const read = (text: string, published: string | null = "2014-07-23") =>
  readArticle({ text, published, language: null, places });

describe("the story the project began with", () => {
  const seed = readFileSync(join(import.meta.dirname, "../db/seed/sample/voa-2014-07.txt"), "utf8");
  const drafts = read(seed);

  test("gives its three incidents, with both provinces and no family counted as people", () => {
    expect(toldInLines(drafts)).toEqual([
      "arrest 2014-07-14..2014-07-20 CN-SD CN-YN CN-JL | 20 KP (4 families) (2 60+) (some 18-59) (1 0-4), 6 helper (some CN helper) (1 KP) | transfer anticipated",
      "arrest 2014-01-01..2014-07-23 CN-YN | 3 KP",
      "arrest 2014-06-01..2014-06-30 | 11 KP",
    ]);
  });

  test("gives the transfer to Tumen as expected, not as done", () => {
    const [first] = drafts.incidents;
    expect(first?.events).toMatchObject([
      {
        event_type: "transfer",
        modality: "anticipated",
        places: [{ role: "expected_to", locality: "Tumen", facility: "detention center" }],
      },
    ]);
    expect(first?.places.filter(({ subdivision }) => subdivision === "CN-JL")).toMatchObject([
      { role: "expected_to" },
    ]);
  });

  test("leaves relative dates unresolved, and says so, without a publication date", () => {
    const { incidents } = read(seed, null);
    expect(
      incidents.map(({ date, doubts }) => [date?.text, date?.earliest, date?.unresolved, doubts]),
    ).toEqual([
      ["last week", null, true, ["relative_date"]],
      ["Earlier this year", null, true, ["relative_date"]],
      ["Last month", null, true, ["relative_date"]],
    ]);
  });
});

test("a header is passed over, and offsets still are those of the text as given", () => {
  const body = "Police in Kunming arrested 11 North Koreans on July 15, an aid group said.\n";
  const text = `TITLE: 20 North Koreans arrested\nPUBLISHER: Somebody\n---\n${body}`;
  const [draft] = read(text).incidents;
  expect(draft?.groups[0]?.evidence).toMatchObject([
    { start: text.indexOf("11 North"), quote: "11 North Koreans" },
  ]);
});

test("a publication of which only the month is known narrows what can be narrowed", () => {
  const { incidents } = read("Seven defectors were arrested in Shenyang last month.", "2017-09");
  expect(incidents[0]?.date).toMatchObject({ earliest: "2017-08-01", latest: "2017-08-31" });
});

test("the words of stories in any order give drafts with the words they rest on", () => {
  const words = FRESH_STORIES.flatMap(({ text }) => text.split(/\s+/));
  const phrase = fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 6 }))
    .map(([from, length]) => words.slice(from, from + length).join(" "));
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 14 }), (phrases) => {
      const text = `${phrases.join(" ")}.`;
      for (const { evidence } of read(text).incidents)
        for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
    }),
    { numRuns: 300 },
  );
});

test("a publication that is no date is refused", () => {
  expect(() => read("", "2014-02-30")).toThrow(RangeError);
});

const shared = process.env.LEDGER_SHARED;
test.skipIf(!shared)(
  "the field texts, where they are at hand, give only evidence that stands in them",
  () => {
    const folder = join(shared!, "field/articles");
    for (const file of readdirSync(folder)) {
      const article = readFileSync(join(folder, file), "utf8");
      expectValid(article, read(article));
    }
  },
);

describe("any text at all", () => {
  const pieces = fc.constantFrom(
    "20 North Koreans",
    "were arrested",
    "in Kunming",
    "last week",
    ", and ",
    "sent back",
    "to China",
    "they",
    "on July 9",
    "said",
    "that",
    ".",
    "\n",
    "\n\n",
    ":",
    ";",
    "(",
    "of them",
    "two",
    "families",
    "탈북자 11명이",
    "쿤밍에서",
    "체포됐다",
    "지난달",
    "11名脱北者",
    "在昆明",
    "被捕",
    "上周",
    "😀",
    "\u202Eمرحبا",
    "<p>",
    "</p>",
    "\uD800",
    "\uDC00",
    "\0",
    "may",
    "will be",
    "including",
    "between 12 and",
    "more than",
    "Jilin",
    "City",
    "Georgia",
    "North",
    "the",
    "a",
    "1,000,000,000,000",
    "99999999",
    "0",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((units) => String.fromCharCode(...units)),
    fc.array(pieces, { maxLength: 40 }).map((words) => words.join(" ")),
    fc.array(pieces, { maxLength: 40 }).map((words) => words.join("")),
  );
  const language = fc.constantFrom("en", "ko", "zh", null);

  test("gives valid drafts, each fact with words of the text", () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom("2014-07-23", "2020-02", null),
        language,
        (article, published, code) => {
          const drafts = readArticle({ text: article, published, language: code, places });
          expectValid(article, drafts);
        },
      ),
      { numRuns: 600 },
    );
  });

  test("gives the same drafts every time", () => {
    fc.assert(
      fc.property(text, (article) => {
        expect(read(article)).toEqual(read(article));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ["no spaces", "a".repeat(2_000_000)],
    ["nothing but digits", "1".repeat(2_000_000)],
    ["tags", "<p><b>".repeat(330_000)],
    ["emoji", "😀".repeat(500_000)],
    ["empty lines", "\n".repeat(1_000_000)],
    ["Korean prose without an event", "오늘은 날씨가 좋다. ".repeat(75_000)],
  ])("two megabytes of %s come to an end", (_, article) => {
    expectValid(article, read(article));
  });

  test.each([
    ["event words", "arrested "],
    ["event words in Korean", "체포"],
    ["event words in Chinese", "被捕十"],
    ["one clause", "20 people were arrested and "],
  ])("%s without an end come to an end", (_, unit) => {
    const article = unit.repeat(Math.ceil(20_000 / unit.length));
    expectValid(article, read(article));
  });

  test("no sentence that is read is longer than 1,500 characters, so time grows with the text and no faster", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 400 }), (piece, times) => {
        const article = piece.repeat(times).slice(0, 60_000);
        let end = 0;
        for (const sentence of cutSentences(article, { start: 0, end: article.length }, "en")) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end - sentence.start).toBeLessThanOrEqual(1500);
          end = sentence.end;
        }
      }),
      { numRuns: 100 },
    );
  });
});

function expectValid(article: string, { incidents }: Drafts): void {
  for (const draft of incidents) {
    for (const { start, end, quote } of evidenceIn(draft)) {
      expect(end).toBeGreaterThan(start);
      expect(article.slice(start, end)).toBe(quote);
    }
    for (const { count } of draft.groups)
      expect(countRangeSchema.safeParse(count).success).toBe(true);
    for (const { date } of [draft, ...draft.events])
      for (const day of [date?.earliest, date?.latest])
        expect(day == null || isDay(day)).toBe(true);
    const ids = draft.groups.map(({ id }) => id);
    for (const { part_of } of draft.groups)
      expect(part_of === null || ids.includes(part_of)).toBe(true);
  }
}

function evidenceIn(draft: Draft) {
  const facts = [draft, ...draft.events].flatMap(({ date, places: at, evidence }) => [
    ...evidence,
    ...(date?.evidence ?? []),
    ...at.flatMap((place) => place.evidence),
  ]);
  return [...facts, ...[...draft.groups, ...draft.sources].flatMap(({ evidence }) => evidence)];
}
