import { eq } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import { DomainError, InvalidInput } from "../domain/errors";
import type { Keep } from "../domain/keep";
import { sourceTexts } from "../domain/personal-data/free-texts";
import type { RevisionAction } from "../domain/revision";
import type { Source } from "../domain/source";
import { afterChange } from "./after-change";
import { appendRevision } from "./append-revision";
import { askPublication, publishedWith } from "./ask-publication";
import type { Clock } from "./clock";
import { guardTexts, reasonTexts } from "./guard-texts";
import { recordKept } from "./kept-words";
import { readDocument } from "./read-incident";
import { findSource, toSource } from "./read-source";
import type { Db, Store } from "./store";
import { rewriteHeadline } from "./write-incident";
import { checkOrigins, sourceColumns } from "./write-source";

/** What is asked of a source; see `reviseSource`. `source` and `reason`: already read. */
export type AskedRevision = {
  ref: string;
  version: number;
  source: Source;
  action: RevisionAction;
  reason: string;
  keep?: readonly Keep[];
};

/** One revision as `reviseSource` makes it, inside a transaction that may make more of them. */
export async function reviseInside(
  store: Store,
  db: Db,
  input: AskedRevision,
  actor: Actor,
  clock: Clock,
): Promise<{ version: number }> {
  const { source: data, reason } = input;
  const row = await findSource(store, db, input.ref);
  if (!row) throw new DomainError("source.not_found", { ref: input.ref });
  if (row.version !== input.version)
    throw new DomainError("source.stale_version", { given: input.version, current: row.version });
  const thing = { entity: "source", entityId: row.id } as const;
  const guarded = await guardTexts(
    store,
    db,
    [{ texts: sourceTexts(data), on: { ...thing, part: "content" } }, reasonTexts(reason, thing)],
    input.keep,
  );
  const origins = await checkOrigins(store, db, row.id, data.derivedFrom);
  const issues = [...origins, ...guarded.issues];
  if (issues.length > 0) throw new InvalidInput(issues);
  const before = await toSource(store, db, row);
  const { source, sourceDerivation } = store.t;
  const version = row.version + 1;
  await db
    .update(source)
    .set({ ...sourceColumns(data), version, updatedAt: clock.now() })
    .where(eq(source.id, row.id));
  await db.delete(sourceDerivation).where(eq(sourceDerivation.sourceId, row.id));
  for (const fromId of new Set(data.derivedFrom))
    await db.insert(sourceDerivation).values({ sourceId: row.id, fromId });
  await appendRevision(
    store,
    db,
    {
      action: input.action,
      entity: "source",
      entityId: row.id,
      version,
      reason,
      before,
      after: data,
    },
    actor,
    clock,
  );
  if (data.access !== before.access || data.quotable !== before.quotable)
    await askPublication(store, db, await publishedWith(store, db, row.id));
  await recordKept(store, db, guarded.kept, actor, clock);
  const after = { ...data, derivedFrom: [...new Set(data.derivedFrom)].sort() };
  await rewriteCitingIncidents(
    store,
    db,
    { id: row.id, ref: row.ref, before, after },
    actor,
    clock,
  );
  return { version };
}

type Change = { id: string; ref: string; before: Source; after: Source };

/**
 * The document of an incident is not touched by this, so its version stays, unless it was verified or disputed:
 * what it rests on has changed, so it is in review again, which is a change of its own in its log.
 */
async function rewriteCitingIncidents(
  store: Store,
  db: Db,
  { id: sourceId, ref: source, before, after }: Change,
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const { claim, incident } = store.t;
  const citing = await db
    .selectDistinct({ id: claim.incidentId })
    .from(claim)
    .where(eq(claim.sourceId, sourceId));
  for (const { id } of citing) {
    const [row] = await db.select().from(incident).where(eq(incident.id, id));
    if (!row) continue;
    const document = await readDocument(store, db, row);
    const isOpen = row.reviewStatus !== "retracted";
    const edited = isOpen ? afterChange(row, before, after, actor, clock) : {};
    const facts = { ...row, ...edited };
    const isReopened = facts.reviewStatus !== row.reviewStatus;
    if (isReopened) {
      facts.version++;
      facts.updatedAt = clock.now();
    }
    await rewriteHeadline(store, db, facts, document);
    if (isReopened)
      await appendRevision(
        store,
        db,
        {
          action: "source_changed",
          entity: "incident",
          entityId: id,
          version: facts.version,
          reason: "",
          before: { reviewStatus: row.reviewStatus },
          after: { reviewStatus: facts.reviewStatus, source },
        },
        actor,
        clock,
      );
  }
}
