/**
 * The text with `words` replaced wherever they stand by themselves: "Lee" not in "Leeds". Where they begin or end
 * with a letter of a script that writes no spaces (Han, Hangul, kana), that side is not asked.
 */
export function redactWords(text: string, words: string, replacement: string): string {
  if (words === "") return text;
  const before = JOINS.test(words[0]!) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = JOINS.test(words.at(-1)!) ? "(?![\\p{L}\\p{N}])" : "";
  const pattern = words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return written(text).replace(new RegExp(before + pattern + after, "gu"), () => replacement);
}

/** As a text is stored, so that what was found in the stored form is found in the typed one. */
function written(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n");
}

const JOINS =
  /^(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]/u;
