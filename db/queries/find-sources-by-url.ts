import { asc, inArray } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { NamedSource } from "../../domain/source-row";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";

const MOST = 5;

/** Sources with this address, with or without a slash at its end, at most 5; an empty one finds none. */
export async function findSourcesByUrl(
  store: Store,
  actor: Actor,
  url: string,
): Promise<NamedSource[]> {
  authoriseReading(store, actor, "incident.read");
  const bare = url.trim().replace(/\/+$/, "");
  if (bare === "") return [];
  const { source } = store.t;
  return store.read
    .select({ ref: source.ref, publisher: source.publisher, title: source.title })
    .from(source)
    .where(inArray(source.url, [bare, `${bare}/`]))
    .orderBy(asc(source.ref))
    .limit(MOST);
}
