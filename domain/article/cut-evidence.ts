import type { ArticleFact } from "./facts-of";

/** A piece of the text in which the same facts rest on every word; none where nothing does. The narrowest comes first. */
export type EvidencePiece = { start: number; end: number; facts: string[]; narrow: string | null };

/**
 * The text in pieces, cut wherever words of a fact begin or end; together they are the whole text. What reaches beyond
 * the text is passed over. `narrow`: the fact of the fewest words that are not a whole sentence.
 */
export function cutEvidence(length: number, facts: readonly ArticleFact[]): EvidencePiece[] {
  const stretches = facts
    .flatMap(({ id, spans, isWide }) => spans.map((span) => ({ ...span, id, isWide })))
    .filter(({ start, end }) => start >= 0 && start < end && end <= length)
    .sort((a, b) => a.start - b.start);
  const edges = [...new Set([0, length, ...stretches.flatMap(({ start, end }) => [start, end])])];
  edges.sort((a, b) => a - b);
  const pieces: EvidencePiece[] = [];
  let open: typeof stretches = [];
  let next = 0;
  for (const [at, start] of edges.slice(0, -1).entries()) {
    open = open.filter(({ end }) => end > start);
    for (; next < stretches.length && stretches[next]!.start <= start; next++)
      open.push(stretches[next]!);
    const sorted = [...open].sort(
      (a, b) => Number(a.isWide) - Number(b.isWide) || a.end - a.start - (b.end - b.start),
    );
    pieces.push({
      start,
      end: edges[at + 1]!,
      facts: [...new Set(sorted.map(({ id }) => id))],
      narrow: sorted.find(({ isWide }) => !isWide)?.id ?? null,
    });
  }
  return pieces;
}
