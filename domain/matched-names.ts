import type { Marked } from "./highlight";

/**
 * Of all names of a place and of those around it, the few in which a search found something: for each term one, as it
 * was typed where a name is so, the shortest of these; else the first by which it was found. `typed`: the highlighter of
 * the words themselves; `found`: that of the whole query, in which any name of a place stands for the others.
 */
export function matchedNames(
  names: readonly string[],
  { typed, found }: Record<"typed" | "found", (text: string) => Marked>,
): string[] {
  const isTyped = (name: string) => typed(name).terms.size > 0;
  const asTyped = names.filter(isTyped).sort((a, b) => a.length - b.length);
  const covered = new Set<number>();
  return [...asTyped, ...names.filter((name) => !isTyped(name))].filter((name) => {
    const fresh = [...found(name).terms].filter((term) => !covered.has(term));
    for (const term of fresh) covered.add(term);
    return fresh.length > 0;
  });
}
