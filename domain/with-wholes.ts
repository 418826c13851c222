import type { Group } from "./incident";

/** The given groups and every group that one of them is part of, however far up. */
export function withWholes(ids: Iterable<string>, groups: readonly Group[]): Set<string> {
  const partOf = new Map(groups.map((group) => [group.id, group.partOf]));
  const all = new Set<string>();
  for (const id of ids)
    for (let at: string | null = id; at !== null && !all.has(at); at = partOf.get(at) ?? null)
      all.add(at);
  return all;
}
