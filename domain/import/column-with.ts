/**
 * The header of the first cell that holds the words, however they are spaced; undefined where none does. `cells`: by
 * header. For words found in a text that several columns went into.
 */
export function columnWith(words: unknown, cells: Record<string, string>): string | undefined {
  const wanted = spaced(String(words ?? ""));
  if (wanted === "") return undefined;
  return Object.keys(cells).find((header) => spaced(cells[header]!).includes(wanted));
}

function spaced(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
