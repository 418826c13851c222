/** Texts in one, each on a line with its key before it: to look through one long text is quicker than through many. */
export type TextLines = string;

/** Lines of texts by their keys, the last key first. Neither keys nor texts hold a tab or a line break. */
export function textLines(texts: ReadonlyMap<string, string>): TextLines {
  const lines = [...texts].map(([key, text]) => key + KEY_END + text + LINE_END);
  return lines.sort().reverse().join("");
}

/** The keys of the texts that hold every one of the words somewhere inside them, in the order of the lines. */
export function* keysWithAll(lines: TextLines, words: readonly string[]): Generator<string> {
  // There are the fewest places to look at for a long word.
  const [longest = ""] = words.toSorted((a, b) => b.length - a.length);
  for (let at = lines.indexOf(longest); at >= 0 && at < lines.length; ) {
    const start = lines.lastIndexOf(LINE_END, at - 1) + 1;
    const keyEnd = lines.indexOf(KEY_END, start);
    const end = lines.indexOf(LINE_END, keyEnd);
    const text = lines.slice(keyEnd + 1, end);
    if (words.every((word) => text.includes(word))) yield lines.slice(start, keyEnd);
    at = lines.indexOf(longest, end + 1);
  }
}

const KEY_END = "\t";
const LINE_END = "\n";
