import type { FilterName, IncidentFilter } from "./incident-filter";

/** Fields that hold several codes, any of which will do. */
type CodeField = {
  [N in FilterName]: IncidentFilter[N] extends string[] ? N : never;
}[FilterName];

/** What is asked for beside a filter: codes, and bounds of the day of the latest news. */
export type Narrowing = Partial<Pick<IncidentFilter, CodeField | "news_from" | "news_to">>;

/**
 * The filter that finds what both the filter and the narrowing find; null where no filter says just that.
 * 1. Codes where none are asked for: those of the narrowing.
 * 2. Where all codes of the one are among those of the other, the fewer; any others make it null, since "one of these,
 *    and one of those" is no filter.
 * 3. Of two bounds the narrower one; null where nothing lies between.
 */
export function narrowFilter(filter: IncidentFilter, narrowing: Narrowing): IncidentFilter | null {
  const { news_from = null, news_to = null, ...codes } = narrowing;
  const narrowed = { ...filter };
  for (const [name, wanted] of Object.entries(codes) as [CodeField, string[]][]) {
    const asked: string[] = filter[name];
    const both = asked.filter((code) => wanted.includes(code));
    const isWithin = both.length === asked.length || both.length === wanted.length;
    if (asked.length > 0 && !isWithin) return null;
    (narrowed as Record<CodeField, string[]>)[name] = asked.length > 0 ? both : wanted;
  }
  const known = (...days: (string | null)[]) => days.filter((day) => day !== null).sort();
  narrowed.news_from = known(filter.news_from, news_from).at(-1) ?? null;
  narrowed.news_to = known(filter.news_to, news_to)[0] ?? null;
  const { news_from: from, news_to: to } = narrowed;
  return from !== null && to !== null && from > to ? null : narrowed;
}
