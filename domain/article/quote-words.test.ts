import { expect, it } from "vitest";
import { quoteWords, writeOffsets } from "./quote-words";

it("names as many whole stretches as a locator has room for", () => {
  const spans = Array.from({ length: 60 }, (_, at) => ({
    start: 100_000 + at * 10,
    end: 100_005 + at * 10,
  }));
  const locator = writeOffsets(spans);
  expect(locator.length).toBeLessThanOrEqual(500);
  expect(locator).toMatch(/^characters (\d{6}–\d{6}, )+\d{6}–\d{6}$/);
});

it("quotes at most 10,000 characters and no half of a sign", () => {
  const text = `a${"😀".repeat(6_000)}`;
  const quote = quoteWords(text, [{ start: 0, end: text.length }]);
  expect(quote.length).toBe(9_999);
  expect(quote.isWellFormed()).toBe(true);
});

it("quotes words in the order of the text, each once", () => {
  const one = { start: 4, end: 9 };
  expect(quoteWords("Two held in Yunnan.", [{ start: 12, end: 18 }, one, one])).toBe(
    "held … Yunnan",
  );
});
