import type { Actor } from "../domain/actor";
import { type IncidentDocument, incidentDocumentSchema } from "../domain/incident";
import type { Keep } from "../domain/keep";
import type { NewSource } from "../domain/new-source";
import { incidentTexts } from "../domain/personal-data/free-texts";
import { readReason } from "../domain/read-reason";
import type { RevisionAction } from "../domain/revision";
import { afterChange } from "./after-change";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { findOpenIncident } from "./find-open-incident";
import { guardTexts, reasonTexts, withIssues } from "./guard-texts";
import { insertNewSources } from "./insert-new-sources";
import { recordKept } from "./kept-words";
import { readDocument } from "./read-incident";
import type { Db, Store } from "./store";
import { checkDocument, writeIncident } from "./write-incident";

/**
 * One change to an existing incident: reads it, lets `change` make the new document, writes that with a fresh
 * headline and logs before and after, all in one transaction, inside which `change` may read more.
 * What was verified or disputed is in review again, and the log entry then has the review status before and after
 * beside the document.
 * `version` is the one the person saw; null where the change cannot overwrite anybody's (adding a claim).
 * `newSources` are added with it; claims of the new document name them by their keys.
 * Texts are searched for personal data, all of them or, with `guards: "new"`, those that did not stand there before:
 * a change that shows only a part must not be refused for the rest. `keep`: words that are marked and stay.
 * Errors: InvalidInput with every issue; `incident.not_found`, `incident.retracted`, `incident.stale_version` with the current version.
 */
export async function changeIncident(
  store: Store,
  input: {
    ref: string;
    version: number | null;
    action: RevisionAction;
    reason: string;
    newSources?: readonly NewSource[];
    keep?: readonly Keep[];
    guards?: "all" | "new";
  },
  change: (
    before: IncidentDocument,
    inside: { db: Db; id: string },
  ) => IncidentDocument | Promise<IncidentDocument>,
  actor: Actor,
  clock: Clock,
): Promise<{ version: number }> {
  const reason = readReason(input.reason);
  return store.tx(async (db) => {
    const row = await findOpenIncident(store, db, input);
    const before = await readDocument(store, db, row);
    const { id, ref, retractedReason, createdAt } = row;
    const version = row.version + 1;
    const changed = await change(before, { db, id });
    const parsed = incidentDocumentSchema.safeParse(changed);
    const old = new Set(
      input.guards === "new" ? incidentTexts(before).map(({ text }) => text) : [],
    );
    const texts = parsed.success
      ? incidentTexts(parsed.data).filter(({ text }) => !old.has(text))
      : [];
    const thing = { entity: "incident", entityId: id } as const;
    const guarded = await guardTexts(
      store,
      db,
      [{ texts, on: { ...thing, part: "content" } }, reasonTexts(reason, thing)],
      input.keep,
    );
    const facts = { id, ref, version, retractedReason, createdAt, updatedAt: clock.now() };
    const { after, edited } = await withIssues(guarded.issues, async () => {
      const written = await insertNewSources(
        store,
        db,
        { ...input, document: changed },
        actor,
        clock,
      );
      const document = checkDocument(written);
      const edited = afterChange(row, before, document, actor, clock);
      const after = await writeIncident(store, db, { ...facts, ...edited }, document);
      return { after, edited };
    });
    const isReopened = edited.reviewStatus !== row.reviewStatus;
    await appendRevision(
      store,
      db,
      {
        action: input.action,
        entity: "incident",
        entityId: id,
        version,
        reason,
        before: isReopened ? { ...before, reviewStatus: row.reviewStatus } : before,
        after: isReopened ? { ...after, reviewStatus: edited.reviewStatus } : after,
      },
      actor,
      clock,
    );
    await recordKept(store, db, guarded.kept, actor, clock);
    return { version };
  });
}
