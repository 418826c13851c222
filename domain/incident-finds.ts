import { highlightUnits, passage, type Stretch, type Unit, unitsOf } from "./highlight";
import type { SearchQuery, SearchTerm } from "./search-query";

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
  const inTitle = unitsOf(title);
  const has = (units: Unit[]) => (term: SearchTerm) =>
    highlightUnits(units, { wanted: [term] }).length > 0;
  const lacking = query.wanted.filter((term) => !has(inTitle)(term));
  let best: IncidentFinds["passage"] = null;
  let most = 0;
  for (const { kind, text } of texts) {
    if (most === lacking.length) break;
    const units = unitsOf(text);
    const found = lacking.filter(has(units)).length;
    if (found <= most) continue;
    most = found;
    best = { kind, ...passage(text, highlightUnits(units, query)) };
  }
  return { title: highlightUnits(inTitle, query), passage: best };
}
