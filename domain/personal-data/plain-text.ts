/**
 * A text as the rules read it: NFKC, every digit 0–9, one kind of hyphen and of space, and none of the
 * characters that are not seen (zero-width, direction marks, tatweel, Arabic vowel signs).
 * `original(start, end)`: the same stretch in the text as given, in UTF-16 units, widened to whole characters.
 */
export type PlainText = {
  plain: string;
  original: (start: number, end: number) => { start: number; end: number };
};

export function plainText(text: string): PlainText {
  let plain = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const start = match.index;
    const end = start + match[0].length;
    const read = readCluster(match[0]);
    plain += read;
    for (let i = 0; i < read.length; i++) {
      starts.push(start);
      ends.push(end);
    }
  }
  return {
    plain,
    original: (start, end) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? 0 }),
  };
}

/** One character with what NFKC may join to it: combining marks and the vowels and finals of Hangul. */
const CLUSTER = /[\s\S][\p{M}\u1160-\u11ff]{0,30}/gu;

const UNSEEN =
  /\p{Cf}|\p{Variation_Selector}|\u0640|[\u064b-\u065f]|\u0670|[\u20dd-\u20e4]|[\u115f\u1160\u3164]/gu;
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\u30fc\uff70]/gu;
const SPACES = /[\p{Zs}\t]/gu;

/** ASCII, Russian letters, Han and Hangul syllables: what most texts are made of, and NFKC leaves alone. */
const AS_IT_IS = /[ -~\u0400-\u045f\u4e00-\u9fff\uac00-\ud7a3]/;

/** Ligatures of whole words (﷽ is 18 letters) stay as they are, or a text could grow twentyfold. */
function readCluster(cluster: string): string {
  if (cluster.length === 1 && AS_IT_IS.test(cluster)) return cluster;
  const normal = cluster.normalize("NFKC");
  return (normal.length > cluster.length + 2 ? cluster : normal)
    .replace(UNSEEN, "")
    .replace(HYPHENS, "-")
    .replace(SPACES, " ")
    .replace(/(?![0-9])\p{Nd}/gu, digitValue);
}

/** The value of a decimal digit of any script: Unicode lays every ten of them out in a row, zero first. */
function digitValue(digit: string): string {
  const known = DIGIT_VALUES.get(digit);
  if (known !== undefined) return known;
  let value = 0;
  for (let code = digit.codePointAt(0)! - 1; value < 9 && isDigit(code); code--) value++;
  DIGIT_VALUES.set(digit, String(value));
  return String(value);
}

const DIGIT_VALUES = new Map<string, string>();

function isDigit(code: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(code));
}
