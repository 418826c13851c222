declare const found: unique symbol;

/** Words that stand in the text: `quote` is the text from `start` to `end`, JavaScript string offsets. */
export type Evidence = {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly [found]: true;
};

/** At least one piece of evidence: no fact goes without. */
export type Evidences = readonly [Evidence, ...Evidence[]];

/** A stretch of the text, JavaScript string offsets, the end exclusive. */
export type Span = { start: number; end: number };

/**
 * The only maker of evidence. Throws a RangeError for a stretch that is empty or not in the text,
 * so that a fact whose words are not there cannot be built.
 */
function evidenceOf(text: string, { start, end }: Span): Evidence {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end))
    throw new RangeError(`Evidence from ${start} to ${end} is no stretch of a text.`);
  if (end > text.length)
    throw new RangeError(`Evidence to ${end} lies outside a text of ${text.length} characters.`);
  return { start, end, quote: text.slice(start, end) } as Evidence;
}

/** Evidence for each stretch, in the order of the text, each stretch once; needs at least one. */
export function evidencesOf(text: string, spans: readonly Span[]): Evidences {
  const distinct = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  const [first, ...rest] = [...distinct.values()].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  if (!first) throw new RangeError("A fact needs evidence.");
  return [evidenceOf(text, first), ...rest.map((span) => evidenceOf(text, span))];
}
