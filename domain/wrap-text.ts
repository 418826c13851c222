/**
 * A text in lines of at most so many letters, for drawings, which do not break text by themselves. A sign of Chinese,
 * Japanese or Korean is as wide as two. Only a word longer than half a line is broken.
 */
export function wrapText(text: string, letters: number): string[] {
  const lines: string[] = [];
  let left = 0;
  for (const piece of text.match(new RegExp(`\\S{1,${Math.floor(letters / 2)}}\\s*`, "gu")) ?? []) {
    const width = widthOf(piece.trimEnd());
    if (width > left) {
      lines.push("");
      left = letters;
    }
    lines[lines.length - 1] += piece;
    left -= widthOf(piece);
  }
  return lines.map((line) => line.trimEnd());
}

const WIDE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff01-\uff60]/gu;

function widthOf(text: string): number {
  return text.replace(WIDE, "xx").length;
}
