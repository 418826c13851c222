import { highlighter, type Marked, passage, type Stretch } from "./highlight";
import type { SearchQuery } from "./search-query";

/** Where in an incident a searched text may stand beside its title. */
export const TEXT_KINDS = ["summary", "event", "statement", "quote", "source", "place"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What a search found in an incident: places in its title, and where not all is there, a passage that has more of it. */
export type IncidentFinds = {
  title: Stretch[];
  passage: { kind: TextKind; text: string; stretches: Stretch[] } | null;
};

/**
 * The passage is of the text that has most of the terms that the title lacks, the first of several.
 * `marked`: the query's highlighter, to be shared by many incidents.
 */
export function incidentFinds(
  title: string,
  texts: readonly { kind: TextKind; text: string }[],
  query: SearchQuery,
  marked: (text: string) => Marked = highlighter(query),
): IncidentFinds {
  const inTitle = marked(title);
  const lacking = query.wanted.length - inTitle.terms.size;
  let best: IncidentFinds["passage"] = null;
  let most = 0;
  for (const { kind, text } of texts) {
    if (most === lacking) break;
    const inText = marked(text);
    const found = [...inText.terms].filter((term) => !inTitle.terms.has(term)).length;
    if (found <= most) continue;
    most = found;
    best = { kind, ...passage(text, inText.stretches) };
  }
  return { title: inTitle.stretches, passage: best };
}
