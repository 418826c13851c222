import { BETWEEN_TEXTS } from "./search-words";

/**
 * What of the words of an index changes where texts do, column by column: of those before and of those after, only the
 * words that do not stand at the same places in both; all others are as `BETWEEN_TEXTS`, for which nobody searches, so
 * that each text is as long as it was.
 */
export function changedWords(
  before: readonly string[],
  after: readonly string[],
): { before: string[]; after: string[] } {
  const [placesBefore, placesAfter] = [placesOfWords(before), placesOfWords(after)];
  const changed = (texts: readonly string[]) =>
    texts.map((text) =>
      wordsOf(text)
        .map((word) => (placesBefore.get(word) === placesAfter.get(word) ? BETWEEN_TEXTS : word))
        .join(" "),
    );
  return { before: changed(before), after: changed(after) };
}

/** Every word with the columns and places where it stands. */
function placesOfWords(texts: readonly string[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const [column, text] of texts.entries())
    for (const [at, word] of wordsOf(text).entries())
      places.set(word, `${places.get(word) ?? ""} ${column}:${at}`);
  return places;
}

function wordsOf(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}
