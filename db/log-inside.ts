import { eq } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import { type IncidentDocument, incidentDocumentSchema } from "../domain/incident";
import type { Keep } from "../domain/keep";
import type { NewSource } from "../domain/new-source";
import { incidentTexts } from "../domain/personal-data/free-texts";
import type { RevisionAction } from "../domain/revision";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { guardTexts, reasonTexts, withIssues } from "./guard-texts";
import type { IncidentFacts } from "./incident-rows";
import { insertNewSources } from "./insert-new-sources";
import { recordKept } from "./kept-words";
import { newFreeReference, newId } from "./new-id";
import type { Db, Store } from "./store";
import { writeIncident } from "./write-incident";

/**
 * What is asked of one new incident; see `logIncident`. `reason`: already read. `ref`: the reference it is to have,
 * which nothing has; without one it gets a new one.
 */
export type AskedLog = {
  document: IncidentDocument;
  action: RevisionAction;
  reason: string;
  ref?: string;
  newSources?: readonly NewSource[];
  keep?: readonly Keep[];
};

/** One incident as `logIncident` logs it, inside a transaction that may log more of them. */
export async function logInside(
  store: Store,
  db: Db,
  input: AskedLog,
  actor: Actor,
  clock: Clock,
): Promise<{ id: string; ref: string; document: IncidentDocument }> {
  const { action, reason } = input;
  const ref =
    input.ref ??
    (await newFreeReference("INC", clock, (candidate) => isReferenceTaken(store, db, candidate)));
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
    return writeIncident(store, db, newIncident({ id, ref }, actor, at), document);
  });
  await appendRevision(
    store,
    db,
    { ...thing, action, version: 1, reason, before: null, after },
    actor,
    clock,
  );
  await recordKept(store, db, guarded.kept, actor, clock);
  return { id, ref, document: after };
}

/** What the row of an incident says beside its document when it is logged; `at`: milliseconds since 1970. */
export function newIncident(
  { id, ref }: { id: string; ref: string },
  actor: Actor,
  at: number,
): IncidentFacts {
  return {
    id,
    ref,
    version: 1,
    reviewStatus: "draft",
    retractedReason: null,
    editedBy: actor.id,
    editedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}

async function isReferenceTaken({ t }: Store, db: Db, ref: string): Promise<boolean> {
  const found = await db
    .select({ id: t.incident.id })
    .from(t.incident)
    .where(eq(t.incident.ref, ref));
  return found.length > 0;
}
