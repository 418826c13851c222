import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type ArticleCase,
  blankArticle,
  blankArticleCase,
  blankArticleEvent,
  blankArticleGroup,
} from "./article-case";
import { addCase, joinCases, setWords, splitCase } from "./change-cases";
import { factsOf } from "./facts-of";
import { readArticleCase } from "./read-article-case";
import { redactArticle } from "./redact-article";

/** What a person does; the numbers choose of what is there. */
type Step = { does: "words" | "add" | "split" | "join" | "redact"; a: number; b: number };

const step = fc.record<Step>({
  does: fc.constantFrom("words", "words", "words", "add", "split", "join", "redact"),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
});
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Police held ",
        "five people",
        ". ",
        "\n\n",
        "last week",
        " in Kunming",
        "다섯 명",
        "۵ نفر",
        "😀",
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => `x ${parts.join(" ")}`.normalize("NFC").trim());

const begun: ArticleCase = {
  ...blankArticleCase("c1"),
  title: "Held",
  spans: [{ start: 0, end: 1 }],
  groups: [
    { ...blankArticleGroup("g1"), count: "5" },
    { ...blankArticleGroup("g2"), count: "2", partOf: "g1" },
    blankArticleGroup("g3"),
  ],
  events: [{ ...blankArticleEvent("e1"), type: "detention", groups: ["g1", "g3"] }],
  speakers: [{ key: "s1", name: "a source", spans: [] }],
};

/** No browser selects half of a sign. */
function selected(now: string, from: number, length: number) {
  const whole = (at: number) => (isHalf(now, at) ? at - 1 : at);
  const start = whole(from % now.length);
  const end = whole(Math.min(now.length, start + length));
  return { start, end: end > start ? end : start + 2 };
}

function isHalf(now: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(now.slice(at - 1, at + 1));
}

type Work = { text: string; cases: ArticleCase[] };

function take({ text: now, cases }: Work, { does, a, b }: Step): Work {
  const span = selected(now, a, 1 + (b % 40));
  const facts = factsOf(cases);
  const one = cases[b % cases.length]!;
  const other = cases[a % cases.length]!;
  if (does === "words")
    return { text: now, cases: setWords(cases, facts[b % facts.length]!.id, span, now) };
  if (does === "add") return { text: now, cases: addCase(cases, [span]) };
  if (does === "join") return { text: now, cases: joinCases(cases, one.key, other.key) };
  if (does === "split") {
    const groups = one.groups.filter((_group, at) => (a >> at) % 2 === 0).map(({ key }) => key);
    return { text: now, cases: splitCase(cases, one.key, groups) };
  }
  const words = now.split(/\s+/).filter(Boolean);
  const work = { text: now, cases, article: blankArticle };
  return redactArticle(work, words[a % words.length]!, "[name]");
}

it("keeps every fact on words of the text, and has every claim quote those its locator names", () => {
  fc.assert(
    fc.property(text, fc.array(step, { maxLength: 12 }), (given, steps) => {
      const work = steps.reduce(take, { text: given, cases: [begun] });
      for (const { spans } of factsOf(work.cases))
        for (const { start, end } of spans) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(work.text.length);
        }
      let made = 0;
      for (const one of work.cases) {
        const { document, issues } = readArticleCase(one, {
          newId: () => `id-${++made}`,
          places: new Map(),
          text: work.text,
          sourceId: "article",
          published: null,
          keepsText: true,
        });
        expect(issues.map(({ code }) => code)).not.toContain("article.words_outside");
        for (const { locator, quote } of document.claims) {
          const named = [...locator.matchAll(/(\d+)–(\d+)/g)];
          expect(named.length).toBeGreaterThan(0);
          for (const [, start, end] of named)
            expect(quote).toContain(work.text.slice(Number(start), Number(end)).trim());
        }
      }
    }),
    { numRuns: 300 },
  );
});

it("says what the selected words say, and rests on just them", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 30 }), (given, from, length) => {
      const span = selected(given, from, length);
      const [changed] = setWords([begun], "c1.e1.date", span, given);
      const { date, dateSpans } = changed!.events[0]!;
      expect(dateSpans).toEqual([span]);
      expect(date).toBe(given.slice(span.start, span.end).replace(/\s+/g, " ").trim());
    }),
  );
});
