import type { ArticleCase } from "./article-case";

/**
 * The fact, as `factsOf` names it, at which an issue of a case is shown. `path`: of its field in the case,
 * "events.0.places.1.name"; what belongs to no single fact is shown at the case.
 */
export function factOfPath(
  { key, groups, events, speakers }: Pick<ArticleCase, "key" | "groups" | "events" | "speakers">,
  path: string,
): string {
  const [list, index = "", field = "", nth = ""] = path.split(".");
  const at = Number(index);
  if (list === "groups" && groups[at]) return `${key}.${groups[at].key}`;
  if (list === "speakers" && speakers[at]) return `${key}.${speakers[at].key}`;
  const event = list === "events" ? events[at] : undefined;
  if (!event) return key;
  const id = `${key}.${event.key}`;
  if (field === "date") return `${id}.date`;
  const place = field === "places" ? event.places[Number(nth)] : undefined;
  return place ? `${id}.${place.key}` : id;
}
