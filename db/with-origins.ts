import type { StoredSource } from "../domain/open-sources";

/** The sources of the ids in their order, and then what those copy, however far; `sources` has all of them. */
export function withOrigins(
  ids: readonly string[],
  sources: ReadonlyMap<string, StoredSource>,
): StoredSource[] {
  const found = new Set<string>();
  for (let wanted = ids; wanted.length > 0; ) {
    for (const id of wanted) found.add(id);
    wanted = wanted.flatMap((id) => sources.get(id)!.derivedFrom).filter((id) => !found.has(id));
  }
  return [...found].map((id) => sources.get(id)!);
}
