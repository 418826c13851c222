/**
 * The text in lower case, full-width and other compatibility forms as plain ones, combining marks and invisible
 * characters gone, and every run of anything that is no letter or digit one space; "" where it has neither.
 * 1. NFKD, then marks and default-ignorable characters out: Sinŭiju is sinuiju, a soft hyphen parts no word.
 * 2. Lower, upper, lower case, so that ß and ẞ are ss and ς is σ whichever way it was typed.
 * 3. NFC, so that Hangul is whole syllables again.
 * Applying it twice changes nothing. Lone surrogates count as spaces. Marks are stripped in every script,
 * so Thai and Indic words lose vowel signs.
 */
export function foldedText(text: string): string {
  return withoutMarks(withoutMarks(text).toLowerCase().toUpperCase().toLowerCase())
    .replaceAll("ς", "σ")
    .normalize("NFC")
    .replace(NEITHER_LETTER_NOR_DIGIT, " ")
    .trim();
}

const MARKS_AND_INVISIBLES = /[\p{M}\p{Default_Ignorable_Code_Point}]+/gu;

// U+02B9 to U+02BF are letters to Unicode, but stand for apostrophes in romanised names (Pʼyŏngyang).
const NEITHER_LETTER_NOR_DIGIT = /(?:[^\p{L}\p{N}]|[\u02B9-\u02BF])+/gu;

function withoutMarks(text: string): string {
  return text.normalize("NFKD").replace(MARKS_AND_INVISIBLES, "");
}
