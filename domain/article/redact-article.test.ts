import fc from "fast-check";
import { expect, it } from "vitest";
import { findWords } from "../find-words";
import { replaceStretches } from "../replace-stretches";
import { blankArticle, blankArticleCase, blankArticleEvent } from "./article-case";
import { redactArticle } from "./redact-article";

it("replaces words wherever they stand by themselves, and every stretch still holds what it held", () => {
  const text = "Kim Min saw it. Police held five people. Kim Min left; Kim Minho stayed.";
  const held = { start: text.indexOf("five"), end: text.indexOf(" people") };
  const said = { start: 0, end: 15 };
  const {
    text: after,
    cases,
    article,
  } = redactArticle(
    {
      text,
      article: { ...blankArticle, title: "What Kim Min saw" },
      cases: [
        {
          ...blankArticleCase("c1"),
          title: "Kim Min",
          spans: [said],
          events: [{ ...blankArticleEvent("e1"), spans: [held] }],
        },
      ],
    },
    "Kim Min",
    "[name]",
  );
  expect(after).toBe("[name] saw it. Police held five people. [name] left; Kim Minho stayed.");
  expect(article.title).toBe("What [name] saw");
  const words = ({ start, end }: { start: number; end: number }) => after.slice(start, end);
  expect(words(cases[0]!.events[0]!.spans[0]!)).toBe("five");
  expect(words(cases[0]!.spans[0]!)).toBe("[name] saw it.");
  expect(cases[0]!.title).toBe("[name]");
});

it("moves every stretch that holds no replaced word to the same words", () => {
  const letters = fc.array(fc.constantFrom("a", "bb", " ", "x", "."), { maxLength: 60 });
  fc.assert(
    fc.property(letters, fc.nat(60), fc.nat(60), (parts, from, length) => {
      const text = parts.join("");
      const span = {
        start: Math.min(from, text.length),
        end: Math.min(from + length, text.length),
      };
      const found = findWords(text, "x");
      const { text: after, moved } = replaceStretches(
        text,
        found.map((at) => ({ ...at, replacement: "[name]" })),
      );
      expect(after).toBe(text.replace(/(?<![a-z])x(?![a-z])/g, "[name]"));
      const { start, end } = moved(span);
      expect(after.slice(start, end)).toBe(
        text.slice(span.start, span.end) === "" ? after.slice(start, end) : redacted(text, span),
      );
    }),
  );
  function redacted(text: string, { start, end }: { start: number; end: number }) {
    const holds = findWords(text, "x").filter((at) => at.start >= start && at.end <= end);
    return replaceStretches(
      text.slice(start, end),
      holds.map((at) => ({ start: at.start - start, end: at.end - start, replacement: "[name]" })),
    ).text;
  }
});
