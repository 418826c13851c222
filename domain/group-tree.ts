import type { Group } from "./incident";

/**
 * The groups with their parts right behind them, in the order given; `depth` 0 = no part of another.
 * A group whose whole is missing stands at the top, and so does one that is part of itself.
 */
export function groupTree(groups: readonly Group[]): { group: Group; depth: number }[] {
  const ids = new Set(groups.map(({ id }) => id));
  const listed: { group: Group; depth: number }[] = [];
  const seen = new Set<string>();
  const add = (group: Group, depth: number) => {
    if (seen.has(group.id)) return;
    seen.add(group.id);
    listed.push({ group, depth });
    for (const part of groups) if (part.partOf === group.id) add(part, depth + 1);
  };
  for (const group of groups) if (group.partOf === null || !ids.has(group.partOf)) add(group, 0);
  for (const group of groups) add(group, 0);
  return listed;
}
