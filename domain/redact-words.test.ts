import fc from "fast-check";
import { expect, it } from "vitest";
import { redactWords } from "./redact-words";

it.each([
  ["Lee of Leeds met Lee.", "Lee", "[name] of Leeds met [name]."],
  ["Call 010-0000-4821, not 010-0000-48210.", "010-0000-4821", "Call [name], not 010-0000-48210."],
  ["김철수는 왔다", "김철수", "[name]는 왔다"],
  ["王小明说", "王小明", "[name]说"],
  ["a.b a+b", "a.b", "[name] a+b"],
  ["Élise".normalize("NFD"), "Élise", "[name]"],
  ["line\r\nKim Song", "line\nKim Song", "[name]"],
  ["nothing", "", "nothing"],
])("in %j replaces %j where it stands by itself", (text, words, redacted) => {
  expect(redactWords(text, words, "[name]")).toBe(redacted);
});

it("leaves no such words, whatever is in them, and nothing where they are not", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (text, words) => {
      const whole = `${text} ${words} `.normalize("NFC");
      fc.pre(words === words.normalize("NFC") && !/[\r]/.test(whole));
      expect(redactWords(whole, words, "").length).toBeLessThanOrEqual(whole.length - words.length);
      expect(redactWords("", words, "[name]")).toBe("");
    }),
  );
});
