/**
 * Text as a cell of a CSV file that no spreadsheet program takes for a formula.
 * One `'` goes before text whose first visible character is = + - @ | or %, in any width, or an apostrophe,
 * or that has a tab or line break before it. Numbers are no text and are never guarded.
 */
export function guardCell(text: string): string {
  if (STARTS_PLAINLY.test(text)) return text;
  const [before] = INVISIBLE.exec(text)!;
  const first = visibleAfter(text, before);
  return /[\t\r\n]/.test(before) || first === "'" || STARTS_FORMULA.has(first) ? `'${text}` : text;
}

/** The text a guarded cell was made from: takes exactly one leading apostrophe off. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** What nearly every text starts with, Han and Hangul among it; to look no further is much quicker. */
const STARTS_PLAINLY = /^[A-Za-z0-9\u4E00-\u9FFF\uAC00-\uD7A3]/;

/** Spaces, controls, zero-width and unassigned characters: what programs may drop before they read a cell. */
const INVISIBLE = /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*/u;

// U+2212 is the minus sign, which normalisation does not make a hyphen.
const STARTS_FORMULA = new Set(["=", "+", "-", "@", "|", "%", "\u2212"]);

/** In its compatibility form, so that full-width, small and raised signs are the plain ones. */
function visibleAfter(text: string, before: string): string {
  const first = text.codePointAt(before.length);
  return first === undefined ? "" : String.fromCodePoint(first).normalize("NFKC").slice(0, 1);
}
