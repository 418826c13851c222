import fc from "fast-check";
import { expect, it } from "vitest";
import { markdownAddress, markdownParagraphs, markdownText } from "./markdown-text";

it.each([
  ["20 people *arrested*", "20 people \\*arrested\\*"],
  ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
  ["[name] said &amp; left", "\\[name\\] said \\&amp; left"],
  ["# not a heading", "\\# not a heading"],
  ["- not a list", "\\- not a list"],
  ["1. not a list", "1\\. not a list"],
  ["29 people", "29 people"],
  ["=== ", "\\==="],
  ["a\nb  c", "a b c"],
  ["도문 图们", "도문 图们"],
])("%j is written %j", (text, written) => {
  expect(markdownText(text)).toBe(written);
});

it("keeps lines as paragraphs, without the empty ones", () => {
  expect(markdownParagraphs("One.\n\n  \n> Two.\r\n    three")).toBe("One.\n\n\\> Two.\n\nthree");
});

it("leaves nothing that could begin markup, and loses no letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const written = markdownText(text);
      expect(written).not.toMatch(/(^|[^\\])(\\\\)*[`*_[\]<>&~|]/);
      expect(written).not.toMatch(/^([#+=-]|\d{1,9}[.)])/);
      expect(written.replace(/\\([^\p{L}\p{N}\s])/gu, "$1")).toBe(
        text.replace(/\s+/gu, " ").trim(),
      );
    }),
  );
});

it("an address ends where it ends", () => {
  expect(markdownAddress("https://a.example/x>y z")).toBe("<https://a.example/x%3Ey%20z>");
});
