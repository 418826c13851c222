import { foldedText } from "./folded-text";
import { simplifiedHan } from "./simplified-han";

/**
 * The text as search compares it: folded (see `foldedText`), and traditional Chinese characters as simplified ones.
 * Applying it twice changes nothing. Compare normalised text only with normalised text, never show it.
 */
export function normaliseText(text: string): string {
  return simplifiedHan(foldedText(text));
}

/** The distinct words of the normalised text, letters and digits only, in order of first appearance. */
export function searchWords(text: string): string[] {
  return [...new Set(normaliseText(text).split(" "))].filter((word) => word !== "");
}
