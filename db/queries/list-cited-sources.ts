import type { Actor } from "../../domain/actor";
import { type ApiSource, toApiSource } from "../../domain/api/api-source";
import type { FoundIncidents } from "../../domain/found-incidents";
import type { IncidentFilter } from "../../domain/incident-filter";
import { countPerValue } from "../../domain/incident-index/count-per-value";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { citedSourceReader } from "../cited-source-reader";
import { countFound } from "../count-found";
import { isOneOf } from "../is-one-of";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** A source, and how many of the incidents asked for it says something of that is not rejected. */
export type CitedSourceRow = { source: ApiSource; incidents: number };

/**
 * The sources that the incidents of a filter rest on, by their references, after that of `after`, at most `limit`, all
 * of one moment. `last`: the last of these, null where none comes after it.
 */
export async function listCitedSources(
  store: Store,
  actor: Actor,
  { filter, after, limit }: { filter: IncidentFilter; after: string | null; limit: number },
): Promise<{ rows: CitedSourceRow[]; last: string | null; found: FoundIncidents }> {
  authoriseReading(store, actor, "incident.export");
  return atOneMoment(store, async (moment) => {
    const { db } = moment;
    const { source } = store.t;
    const counts = await askMatching(store, moment, filter, null, (index, { hits }) => {
      const { codes } = index.sets.source;
      const perValue = countPerValue(index, "source", hits);
      return new Map(codes.flatMap((ref, at) => (perValue[at]! > 0 ? [[ref, perValue[at]!]] : [])));
    });
    const behind = [...counts.keys()].filter((ref) => after === null || ref > after).sort();
    const refs = behind.slice(0, limit);
    const ids = await db
      .select({ id: source.id })
      .from(source)
      .where(isOneOf(store, source.ref, refs));
    const read = await citedSourceReader(store, db)(ids.map(({ id }) => id));
    const byRef = new Map(read.sources.map((one) => [one.ref, one]));
    const rows = refs.flatMap((ref) => {
      const one = byRef.get(ref);
      if (!one) return [];
      const origins = one.derivedFrom.flatMap((id) => read.origins.get(id) ?? []).sort();
      return [{ source: toApiSource(one, origins), incidents: counts.get(ref)! }];
    });
    const found = await countFound(store, moment, filter);
    return { rows, last: behind.length > limit ? refs.at(-1)! : null, found };
  });
}
