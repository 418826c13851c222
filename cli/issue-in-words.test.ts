import { expect, it } from "vitest";
import type { InvalidInput } from "../domain/errors";
import { readReason } from "../domain/read-reason";
import { issueInWords } from "./issue-in-words";

function wordsFor(typed: string): string[] {
  try {
    readReason(typed, { required: true });
    return [];
  } catch (error) {
    return (error as InvalidInput).issues.map(issueInWords);
  }
}

it("says what is wrong with a reason, and what is possible", () => {
  expect(wordsFor("A name")).toEqual([]);
  expect(wordsFor(" ")).toEqual(["the reason must not be empty"]);
  expect(wordsFor("x".repeat(2001))).toEqual([
    `the reason "${"x".repeat(79)}…" is too long: at most 2000 characters are possible`,
  ]);
  expect(wordsFor("a\0b")).toEqual([
    'the reason "a\\u0000b" has characters that cannot be stored: NUL, or half of a character',
  ]);
});

it("says which kind of personal data was found, on one line", () => {
  const values = { value: "Kim\nMin-ji", kind: "name", replacement: "[name]" };
  expect(issueInWords({ path: "reason", code: "personal_data.undecided", values })).toBe(
    '"Kim\\nMin-ji" looks like a name, which cannot be in a reason: write [name] instead',
  );
});

it("says the code of what has no words here", () => {
  expect(issueInWords({ path: "reason", code: "else.wrong" })).toBe("reason: else.wrong");
});
