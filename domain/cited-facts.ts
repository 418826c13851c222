import type { CitedSource } from "./incident-view";
import type { SourceFacts } from "./source";

/** What weighing claims needs to know of the sources an incident cites, by id. */
export function citedFacts(sources: readonly CitedSource[]): Map<string, SourceFacts> {
  return new Map(
    sources.map(({ id, publisher, reliability, published, derivedFrom }) => [
      id,
      { id, publisher, reliability, published, derived: derivedFrom.length > 0 },
    ]),
  );
}
