import { findWords } from "./find-words";
import { replaceStretches } from "./replace-stretches";

/** The text with `words` replaced wherever they stand by themselves, as `findWords` finds them. */
export function redactWords(text: string, words: string, replacement: string): string {
  const stored = written(text);
  return replaceStretches(
    stored,
    findWords(stored, words).map((at) => ({ ...at, replacement })),
  ).text;
}

/** As a text is stored, so that what was found in the stored form is found in the typed one. */
function written(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n");
}
