import { citedFacts } from "../../domain/cited-facts";
import type { LocationFacts } from "../../domain/location";
import type { StoredSource } from "../../domain/open-sources";
import type { SourceFacts } from "../../domain/source";
import { locationFacts } from "../location-facts";
import { readSourcesAndOrigins } from "../read-cited-sources";
import { sourceFacts } from "../source-facts";
import type { Db, Store } from "../store";
import { withOrigins } from "../with-origins";

/** What rows of an import ask of places and sources again and again, read once. What is not there is absent. */
export type KnownFacts = {
  locations(ids: readonly string[]): Promise<Map<string, LocationFacts>>;
  sources(ids: readonly string[]): Promise<Map<string, SourceFacts>>;
  /** The sources and all that they copy, without stored text. */
  withOrigins(ids: readonly string[]): Promise<StoredSource[]>;
  /** A source that may not yet be in the database. */
  addSource(source: StoredSource): void;
  /** To be called when a source was changed. */
  forgetSources(): void;
  /** To be called when all that was added is in the database: keeps what is known within bounds. */
  trim(): void;
};

const MOST = 20_000;

export function knownFacts(store: Store, db: Db): KnownFacts {
  const places = new Map<string, LocationFacts>();
  const facts = new Map<string, SourceFacts>();
  const whole = new Map<string, StoredSource>();
  const forgetSources = () => {
    facts.clear();
    whole.clear();
  };
  return {
    locations: (ids) => known(places, ids, (missing) => locationFacts(store, db, missing)),
    sources: (ids) => known(facts, ids, (missing) => sourceFacts(store, db, missing)),
    async withOrigins(ids) {
      for (let wanted = ids; wanted.length > 0; ) {
        const missing = wanted.filter((id) => !whole.has(id));
        if (missing.length > 0)
          for (const source of await readSourcesAndOrigins(store, db, missing))
            whole.set(source.id, source);
        // A source never copies itself, however far, so that this ends.
        wanted = [...new Set(wanted.flatMap((id) => whole.get(id)!.derivedFrom))];
      }
      return withOrigins(ids, whole);
    },
    addSource(source) {
      const derivedFrom = [...new Set(source.derivedFrom)].sort();
      const added = { ...source, derivedFrom, storedText: "" };
      whole.set(source.id, added);
      for (const [id, one] of citedFacts([added])) facts.set(id, one);
    },
    forgetSources,
    trim() {
      if (facts.size + whole.size > MOST) forgetSources();
    },
  };
}

async function known<Facts>(
  all: Map<string, Facts>,
  ids: readonly string[],
  read: (missing: string[]) => Promise<Map<string, Facts>>,
): Promise<Map<string, Facts>> {
  const missing = ids.filter((id) => !all.has(id));
  if (missing.length > 0) for (const [id, facts] of await read(missing)) all.set(id, facts);
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id)!] as const] : [])));
}
