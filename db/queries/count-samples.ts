import { and, eq, inArray, notInArray } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { inChunks } from "../in-chunks";
import { readSamples, SAMPLE_REVIEWER, SAMPLE_WRITER } from "../sample-cases";
import type { Store } from "../store";

/**
 * How much sample data there is. `changed`: the references of sample cases that somebody else has worked on;
 * `staying`: sample sources that incidents of one's own have come to cite.
 */
export type SampleCounts = {
  incidents: number;
  changed: string[];
  sources: number;
  staying: number;
};

/** What `removeSampleCases` would remove now; null where nothing is left to remove. */
export async function countSamples(store: Store, actor: Actor): Promise<SampleCounts | null> {
  authorise(actor, "samples.remove");
  const { comment, revision } = store.t;
  return store.snapshot(async (db) => {
    const { incidents, sources, staying } = await readSamples(store, db);
    if (incidents.length + sources.length === 0) return null;
    const ids = incidents.map(({ id }) => id);
    const written = await inChunks(ids, (chunk) =>
      db
        .selectDistinct({ id: revision.entityId })
        .from(revision)
        .where(
          and(
            eq(revision.entity, "incident"),
            inArray(revision.entityId, chunk),
            notInArray(revision.actor, [SAMPLE_WRITER.id, SAMPLE_REVIEWER.id]),
          ),
        ),
    );
    const discussed = await inChunks(ids, (chunk) =>
      db
        .selectDistinct({ id: comment.incidentId })
        .from(comment)
        .where(inArray(comment.incidentId, chunk)),
    );
    const touched = new Set([...written, ...discussed].map(({ id }) => id));
    return {
      incidents: incidents.length,
      changed: incidents.filter(({ id }) => touched.has(id)).map(({ ref }) => ref),
      sources: sources.length,
      staying: staying.length,
    };
  });
}
