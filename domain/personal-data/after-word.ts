/** `text` stands at start..end; `word` is what named it and `gap` what stands between. */
export type NamedValue = { start: number; end: number; text: string; word: string; gap: string };

/**
 * Finds the stretches that match `value` after a `word` and a `gap`: the number after "passport no.".
 * All three are bounded patterns; `word` is global, `gap` and `value` are written without anchors.
 * A value may be followed by more of its kind ("PS0000417 and PS0000418"). Time grows with the text only.
 */
export function afterWord(
  word: RegExp,
  gap: string,
  value: string,
): (plain: string) => NamedValue[] {
  const first = new RegExp(`(${gap})(${value})`, "uy");
  const next = new RegExp(`(${AND})(${value})`, "uy");
  return (plain) => {
    const found: NamedValue[] = [];
    for (const { index, 0: said } of plain.matchAll(word)) {
      let at = index + said.length;
      for (let pattern = first, more = 0; more < MOST_MORE; pattern = next, more++) {
        pattern.lastIndex = at;
        const match = pattern.exec(plain);
        if (!match) break;
        const start = at + match[1]!.length;
        at += match[0].length;
        found.push({ start, end: at, text: match[2]!, word: said, gap: match[1]! });
      }
    }
    return found;
  };
}

const AND = "(?:\\s?[,;/、،]\\s?|\\s?(?:and|or|и|及|和|및|و)\\s?){1,2}";
const MOST_MORE = 20;
