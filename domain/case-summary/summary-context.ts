import type { IncidentNames } from "../incident-names";
import type { IncidentView } from "../incident-view";
import type { Say } from "../say";

/** Who a summary is for, by what they read: everything, what was verified, or what was published. */
export type SummaryReader = "internal" | "verified" | "public";

/**
 * All that a summary is made of. `today`: a calendar day, UTC. `addressOf`: the whole address of a path of this
 * program. `names`: what to call the things of the incident.
 */
export type SummaryContext = {
  view: IncidentView;
  names: IncidentNames;
  reader: SummaryReader;
  today: string;
  locale: string;
  say: Say;
  addressOf: (path: string) => string;
};

/** The numbers of the sources: in the order in which claims first cite them. */
export function numberedSources({ document, sources }: IncidentView): Map<string, number> {
  const cited = [
    ...document.claims.map(({ sourceId }) => sourceId),
    ...sources.map(({ id }) => id),
  ];
  const known = new Set(sources.map(({ id }) => id));
  const inOrder = [...new Set(cited)].filter((id) => known.has(id));
  return new Map(inOrder.map((id, at) => [id, at + 1]));
}

/** "a, b and c", as the language writes it. */
export function listed(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}
