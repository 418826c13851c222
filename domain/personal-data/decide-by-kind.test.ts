import fc from "fast-check";
import { expect, it } from "vitest";
import { decideByKind } from "./decide-by-kind";
import { labelledCases } from "./fixture/labelled-cases";
import { freeText } from "./free-texts";
import { MARK_KINDS } from "./mark";
import { personalDataIn } from "./personal-data-in";

const TEXTS = [
  freeText("title", "Pastor Daniel Carter, +1 (303) 555-0121"),
  { ...freeText("storedText", "Pastor Daniel Carter, d.carter@example.com"), names: false },
  freeText("summary", "Three people were held."),
];

it("redacts, keeps and leaves open by kind, and never keeps a number", () => {
  const keep = { do: "keep", reason: "He speaks in office." } as const;
  const decided = decideByKind(TEXTS, { name: keep, phone: keep, email: { do: "redact" } });
  expect(decided.texts.map(({ text }) => text)).toEqual([
    "Pastor Daniel Carter, +1 (303) 555-0121",
    "Pastor Daniel Carter, [e-mail]",
    "Three people were held.",
  ]);
  expect(decided.keep).toEqual([
    { kind: "name", words: "Daniel Carter", reason: "He speaks in office." },
  ]);
  expect(decided.undecided).toMatchObject([
    { path: "title", mark: { kind: "phone", text: "+1 (303) 555-0121" } },
  ]);
});

it("passes over what was kept before", () => {
  const isKept = ({ kind }: { kind: string }) => kind === "name";
  const { texts, keep, undecided } = decideByKind(TEXTS.slice(0, 1), {}, { isKept });
  expect(texts[0]?.text).toBe(TEXTS[0]?.text);
  expect(keep).toEqual([]);
  expect(undecided.map(({ mark }) => mark.kind)).toEqual(["phone"]);
});

it("leaves nothing that blocks once every kind is redacted", () => {
  const everything = Object.fromEntries(
    MARK_KINDS.map((kind) => [kind, { do: "redact" as const }]),
  );
  const cases = labelledCases().map(({ text }) => text);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...cases), { maxLength: 4 }), (chosen) => {
      const texts = chosen.map((text, at) => freeText(`texts.${at}`, text));
      const decided = decideByKind(texts, everything);
      expect([decided.keep, decided.undecided]).toEqual([[], []]);
      const left = personalDataIn(decided.texts).filter(({ mark }) => mark.severity === "block");
      expect(left).toEqual([]);
    }),
  );
});
