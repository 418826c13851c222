import fc from "fast-check";
import { expect, it } from "vitest";
import { findPersonalData } from "./find-personal-data";
import { labelledCases } from "./fixture/labelled-cases";
import { redact } from "./redact";

it("puts in the place of each mark what kind of thing stood there", () => {
  const text =
    "Emily Carter, born on 5 March 1988, passport M00000127, e.carter@example.com, +1 (303) 555-0121";
  expect(redact(text, findPersonalData(text))).toBe(
    "[name], born on [date of birth], passport [passport number], [e-mail], [phone]",
  );
});

it("leaves out all of what overlapping marks cover, in whatever order they come", () => {
  const marks = [
    { kind: "name", start: 4, end: 9 },
    { kind: "phone", start: 2, end: 6 },
    { kind: "email", start: 3, end: 4 },
  ] as const;
  expect(redact("ab0123456yz", [...marks])).toBe("ab[phone]yz");
});

it("changes nothing without a mark", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(redact(text, [])).toBe(text);
    }),
  );
});

it("leaves no number or contact to be found again", () => {
  for (const { text } of labelledCases()) {
    const redacted = redact(text, findPersonalData(text));
    const again = findPersonalData(redacted).filter(({ severity }) => severity === "block");
    expect([redacted, again]).toEqual([redacted, []]);
  }
});
