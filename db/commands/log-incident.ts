import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { type IncidentDocument, incidentDocumentSchema } from "../../domain/incident";
import type { Keep } from "../../domain/keep";
import type { NewSource } from "../../domain/new-source";
import { incidentTexts } from "../../domain/personal-data/free-texts";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { guardTexts, reasonTexts, withIssues } from "../guard-texts";
import { insertNewSources } from "../insert-new-sources";
import { recordKept } from "../kept-words";
import { newFreeReference, newId } from "../new-id";
import type { Store } from "../store";
import { writeIncident } from "../write-incident";

/**
 * Logs a new incident as an internal draft: the sources that come with it, the incident, its headline and the
 * log entries in one transaction. Claims name a new source by its key.
 * `keep`: words that the personal-data guard marks and that stay, in any of the texts.
 * Returns its permanent reference. Errors: InvalidInput with every issue; `not_allowed`.
 */
export async function logIncident(
  store: Store,
  input: {
    document: IncidentDocument;
    newSources?: readonly NewSource[];
    reason?: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ ref: string }> {
  authorise(actor, "incident.log");
  const reason = readReason(input.reason ?? "");
  const { incident } = store.t;
  return store.tx(async (db) => {
    const ref = await newFreeReference("INC", clock, async (candidate) => {
      const found = await db
        .select({ id: incident.id })
        .from(incident)
        .where(eq(incident.ref, candidate));
      return found.length > 0;
    });
    const id = newId(clock);
    const at = clock.now();
    const parsed = incidentDocumentSchema.safeParse(input.document);
    const texts = parsed.success ? incidentTexts(parsed.data) : [];
    const thing = { entity: "incident", entityId: id } as const;
    const guarded = await guardTexts(
      store,
      db,
      [{ texts, on: { ...thing, part: "content" } }, reasonTexts(reason, thing)],
      input.keep,
    );
    const after = await withIssues(guarded.issues, async () => {
      const document = await insertNewSources(store, db, input, actor, clock);
      return writeIncident(
        store,
        db,
        {
          id,
          ref,
          version: 1,
          reviewStatus: "draft",
          retractedReason: null,
          editedBy: actor.id,
          editedAt: at,
          createdAt: at,
          updatedAt: at,
        },
        document,
      );
    });
    await appendRevision(
      store,
      db,
      {
        action: "log",
        entity: "incident",
        entityId: id,
        version: 1,
        reason,
        before: null,
        after,
      },
      actor,
      clock,
    );
    await recordKept(store, db, guarded.kept, actor, clock);
    return { ref };
  });
}
