import type { IncidentDocument } from "./incident";
import type { CitedSource } from "./incident-view";
import type { StoredSource } from "./open-sources";
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

/** The sources that a document cites, in the order of its claims, without their stored text. */
export function citedIn(
  { claims }: Pick<IncidentDocument, "claims">,
  sources: readonly StoredSource[],
): CitedSource[] {
  const byId = new Map(sources.map(({ storedText: _none, ...source }) => [source.id, source]));
  return [...new Set(claims.map(({ sourceId }) => sourceId))].flatMap((id) => byId.get(id) ?? []);
}
