import { highlight, passage, type Stretch } from "./highlight";
import type { SearchQuery } from "./search-query";

/** Where in an incident a searched text may stand beside its title. */
export const TEXT_KINDS = ["summary", "event", "statement", "quote", "source", "place"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What a search found in an incident: places in its title, and where not all is there, a passage that has more of it. */
export type IncidentFinds = {
  title: Stretch[];
  passage: { kind: TextKind; text: string; stretches: Stretch[] } | null;
};

/** The passage is of the text that has most of the terms that the title lacks, the first of several. */
export function incidentFinds(
  title: string,
  texts: readonly { kind: TextKind; text: string }[],
  query: SearchQuery,
): IncidentFinds {
  const lacking = query.wanted.filter((term) => highlight(title, { wanted: [term] }).length === 0);
  let best: IncidentFinds["passage"] = null;
  let most = 0;
  for (const { kind, text } of texts) {
    const has = lacking.filter((term) => highlight(text, { wanted: [term] }).length > 0).length;
    if (has <= most) continue;
    most = has;
    best = { kind, ...passage(text, highlight(text, query)) };
  }
  return { title: highlight(title, query), passage: best };
}
