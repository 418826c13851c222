import fc from "fast-check";
import { expect, it } from "vitest";
import { changedWords } from "./changed-words";

it.each([
  ["a word at the end", ["a b", ""], ["a b c", ""], ["· ·", ""], ["· · c", ""]],
  ["a word within", ["a b · c", ""], ["a x b · c", ""], ["· b · c", ""], ["· x b · c", ""]],
  ["a word gone from one of its places", ["a b a", ""], ["a b", ""], ["a · a", ""], ["a ·", ""]],
  ["a word in another column", ["a b", "c"], ["a b", "c a"], ["a ·", "·"], ["a ·", "· a"]],
  ["nothing", ["a b", "c"], ["a b", "c"], ["· ·", "·"], ["· ·", "·"]],
  ["all", ["a b", ""], ["", "c"], ["a b", ""], ["", "c"]],
])("are those whose places change: %s", (_what, before, after, out, into) => {
  expect(changedWords(before, after)).toEqual({ before: out, after: into });
});

it("takes out and puts in what makes the words before those after", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d", "·"), { maxLength: 8 });
  const texts = fc.tuple(text, text).map((two) => two.map((words) => words.join(" ")));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const changed = changedWords(before, after);
      const index = placed(before);
      for (const word of placed(changed.before).keys()) index.delete(word);
      for (const [word, places] of placed(changed.after)) index.set(word, places);
      const wanted = placed(after);
      // What stands between texts has more places than it should.
      for (const map of [index, wanted]) map.delete("·");
      expect(index).toEqual(wanted);
      const lengths = (some: readonly string[]) => some.map((one) => one.split(" ").length);
      expect(lengths(changed.before)).toEqual(lengths(before));
      expect(lengths(changed.after)).toEqual(lengths(after));
    }),
  );
});

/** As an index has them: every word, with all of its places. */
function placed(texts: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [column, text] of texts.entries())
    for (const [at, word] of text.split(" ").entries())
      if (word !== "") found.set(word, [...(found.get(word) ?? []), `${column} ${at}`]);
  return found;
}
