import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type ArticleCase,
  blankArticleCase,
  blankArticleEvent,
  blankArticleGroup,
} from "./article-case";
import { addCase, joinCases, setWords, splitCase, withoutGroup } from "./change-cases";
import { cutEvidence } from "./cut-evidence";
import { factsOf } from "./facts-of";

const TEXT = "Police arrested twenty people and six helpers in Kunming last week.";
const at = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});

const aCase = (over: Partial<ArticleCase> = {}): ArticleCase => ({
  ...blankArticleCase("c1"),
  spans: [{ start: 0, end: TEXT.length }],
  groups: [
    { ...blankArticleGroup("g1"), count: "20", spans: [at("twenty people")] },
    { ...blankArticleGroup("g2"), count: "4", partOf: "g1" },
    { ...blankArticleGroup("g3"), count: "6", role: "helper", spans: [at("six helpers")] },
  ],
  events: [
    { ...blankArticleEvent("e1"), type: "arrest", groups: ["g1", "g3"] },
    { ...blankArticleEvent("e2"), type: "transfer", groups: ["g1"] },
  ],
  ...over,
});

it("parts a case by its groups: parts go along, and each half keeps the events of its people", () => {
  const [left, moved] = splitCase([aCase()], "c1", ["g1"]);
  expect(left!.groups.map(({ key }) => key)).toEqual(["g3"]);
  expect(left!.events.map(({ type, groups }) => [type, groups])).toEqual([["arrest", ["g3"]]]);
  expect(moved!.key).toBe("c2");
  expect(moved!.groups.map(({ key, partOf }) => [key, partOf])).toEqual([
    ["g1", ""],
    ["g2", "g1"],
  ]);
  expect(moved!.events.map(({ type, groups }) => [type, groups])).toEqual([
    ["arrest", ["g1"]],
    ["transfer", ["g1"]],
  ]);
  expect(moved!.spans).toEqual(left!.spans);
});

it("puts a case into another without two groups or events of one key", () => {
  const [joined, ...rest] = joinCases([aCase(), aCase({ key: "c2" })], "c2", "c1");
  expect(rest).toEqual([]);
  expect(joined!.groups.map(({ key, partOf }) => [key, partOf])).toEqual([
    ["g1", ""],
    ["g2", "g1"],
    ["g3", ""],
    ["g4", ""],
    ["g5", "g4"],
    ["g6", ""],
  ]);
  expect(joined!.events.map(({ key, groups }) => [key, groups])).toEqual([
    ["e1", ["g1", "g3"]],
    ["e2", ["g1"]],
    ["e3", ["g4", "g6"]],
    ["e4", ["g4"]],
  ]);
});

it("leaves what it is given as it is, and what cannot be done undone", () => {
  const given = [aCase()];
  const before = structuredClone(given);
  splitCase(given, "c1", ["g1"]);
  setWords(given, "c1.g1", at("Kunming"), TEXT);
  expect(given).toEqual(before);
  expect(joinCases(given, "c1", "c1")).toEqual(given);
  expect(joinCases(given, "c9", "c1")).toEqual(given);
  expect(splitCase(given, "c9", ["g1"])).toEqual(given);
});

it("makes parts of a removed group parts of what that was part of", () => {
  const without = withoutGroup(aCase(), "g1");
  expect(without.groups.map(({ key, partOf }) => [key, partOf])).toEqual([
    ["g2", ""],
    ["g3", ""],
  ]);
  expect(without.events.map(({ groups }) => groups)).toEqual([["g3"], []]);
});

it.each([
  ["c1.g3", "twenty people", (one: ArticleCase) => [one.groups[2]!.count, one.groups[2]!.spans]],
  [
    "c1.e1.date",
    "last week",
    (one: ArticleCase) => [one.events[0]!.date, one.events[0]!.dateSpans],
  ],
])("lets %s rest on the selected words and say what they say", (fact, words, told) => {
  const [changed] = setWords([aCase()], fact, at(words), TEXT);
  expect(told(changed!)).toEqual([words, [at(words)]]);
});

it("leaves the figure of a group where the words hold none", () => {
  const [changed] = setWords([aCase()], "c1.g1", at("Kunming"), TEXT);
  expect(changed!.groups[0]).toMatchObject({ count: "20", spans: [at("Kunming")] });
});

it("begins a further case on the words it is given", () => {
  const [, added] = addCase([aCase()], [at("Kunming")]);
  expect(added).toMatchObject({ key: "c2", spans: [at("Kunming")], isTaken: true });
  expect(added!.groups[0]!.spans).toEqual([at("Kunming")]);
});

it("cuts the text into pieces that are together the text, each with just the facts that cover it", () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }));
  const facts = fc.array(
    fc.record({ id: fc.string({ minLength: 1 }), spans: fc.array(span), isWide: fc.boolean() }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(facts, (given) => {
      const pieces = cutEvidence(TEXT.length, given);
      expect(pieces.map(({ start, end }) => TEXT.slice(start, end)).join("")).toBe(TEXT);
      for (const { start, end, facts: here } of pieces) {
        const covering = given.filter(({ spans }) =>
          spans.some((one) => one.start <= start && end <= one.end && one.end <= TEXT.length),
        );
        expect(new Set(here)).toEqual(new Set(covering.map(({ id }) => id)));
      }
    }),
  );
});

it("names the narrowest fact of a piece, never one that rests on a whole sentence", () => {
  const pieces = cutEvidence(TEXT.length, factsOf([aCase()]));
  const held = pieces.find(({ start }) => start === at("twenty people").start)!;
  expect(held).toMatchObject({ narrow: "c1.g1", facts: ["c1.g1", "c1"] });
  expect(pieces[0]).toMatchObject({ narrow: null, facts: ["c1"] });
});
