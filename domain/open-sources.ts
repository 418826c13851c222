import type { Source } from "./source";

/** A source with the id and the reference it is stored under. */
export type StoredSource = Source & { id: string; ref: string };

/**
 * The sources that may be public, by id, as the public may see them, in the order of their ids.
 * 1. A source is open when its access is `public` and it copies nothing, or copies at least one open source.
 * 2. A copy of closed sources alone is closed with them: shown, it would count as independent or tell of its origin.
 * 3. Of a copy's origins only the open ones are named; with one of them left it still counts for nothing.
 * 4. An origin that is not among `sources` is closed.
 * Stored text, the day of access and the archived copy stay inside: they tell what was looked at, and when.
 */
export function openSources(sources: ReadonlyMap<string, StoredSource>): Map<string, StoredSource> {
  const open = new Set<string>();
  for (let grows = true; grows; ) {
    const size = open.size;
    for (const { id, access, derivedFrom } of sources.values())
      if (
        access === "public" &&
        (derivedFrom.length === 0 || derivedFrom.some((from) => open.has(from)))
      )
        open.add(id);
    grows = open.size > size;
  }
  return new Map([...open].sort().map((id) => [id, publicSource(sources.get(id)!, open)]));
}

// Field by field, so that nothing a store adds to a source can slip through.
function publicSource(source: StoredSource, open: ReadonlySet<string>): StoredSource {
  const { id, ref, kind, publisher, title, url, language, published, licence } = source;
  return {
    id,
    ref,
    kind,
    publisher,
    title,
    url,
    language,
    published,
    accessed: null,
    archivedUrl: "",
    storedText: "",
    licence,
    quotable: source.quotable,
    derivedFrom: [...new Set(source.derivedFrom)].filter((from) => open.has(from)).sort(),
    reliability: source.reliability,
    access: "public",
  };
}
