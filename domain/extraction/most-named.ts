import type { Span } from "./evidence-of";
import type { ArticlePeople } from "./write-drafts";

/** How often an article names people of a country, and where first. */
export type NationCount = { times: number; first: Span };

/** Counts one more naming; the key is a country's code, or the name of a people without one. */
export function countNation(
  nations: Map<string, NationCount>,
  key: string,
  { start, end }: Span,
): void {
  const known = nations.get(key);
  if (known) known.times++;
  else nations.set(key, { times: 1, first: { start, end } });
}

/** Those named most; null where none is, or where they are a people without a country of its own. */
export function mostNamed(nations: ReadonlyMap<string, NationCount>): ArticlePeople {
  const [most] = [...nations].sort(([, a], [, b]) => b.times - a.times);
  if (most?.[0].length !== 2) return null;
  return { nationality: most[0], ...most[1], alone: nations.size === 1 };
}
