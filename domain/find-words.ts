/**
 * Where `words` stand by themselves in the text: "Lee" not in "Leeds". Where they begin or end with a letter of a
 * script that writes no spaces (Han, Hangul, kana), that side is not asked. JavaScript string offsets, in order.
 */
export function findWords(text: string, words: string): { start: number; end: number }[] {
  if (words === "") return [];
  const before = JOINS.test(words[0]!) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = JOINS.test(words.at(-1)!) ? "(?![\\p{L}\\p{N}])" : "";
  const pattern = words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return Array.from(text.matchAll(new RegExp(before + pattern + after, "gu")), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const JOINS =
  /^(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]/u;
