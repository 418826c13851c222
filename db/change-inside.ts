import type { Actor } from "../domain/actor";
import { type IncidentDocument, incidentDocumentSchema } from "../domain/incident";
import type { Keep } from "../domain/keep";
import type { NewSource } from "../domain/new-source";
import { incidentTexts } from "../domain/personal-data/free-texts";
import type { RevisionAction } from "../domain/revision";
import { afterChange } from "./after-change";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { findOpenIncident } from "./find-open-incident";
import { guardTexts, reasonTexts, withIssues } from "./guard-texts";
import { insertNewSources } from "./insert-new-sources";
import { recordKept } from "./kept-words";
import { readDocumentRows } from "./read-incident";
import type { Db, Store } from "./store";
import { toDocument } from "./to-document";
import { checkDocument, writeIncident } from "./write-incident";

/** What is asked of one change; see `changeIncident`. `reason`: already read. `alsoLogged`: beside the new document. */
export type AskedChange = {
  ref: string;
  version: number | null;
  action: RevisionAction;
  reason: string;
  newSources?: readonly NewSource[];
  keep?: readonly Keep[];
  guards?: "all" | "new";
  alsoLogged?: Readonly<Record<string, string>>;
};

/** Makes the new document of the one before. */
export type Change = (
  before: IncidentDocument,
  inside: { db: Db; id: string },
) => IncidentDocument | Promise<IncidentDocument>;

/** One change as `changeIncident` makes it, inside a transaction that may make more of them. */
export async function changeInside(
  store: Store,
  db: Db,
  input: AskedChange,
  change: Change,
  actor: Actor,
  clock: Clock,
): Promise<{ version: number }> {
  const { reason } = input;
  const row = await findOpenIncident(store, db, input);
  const kept = await readDocumentRows(store, db, row.id);
  const before = toDocument(row, kept);
  const { id, ref, retractedReason, createdAt } = row;
  const version = row.version + 1;
  const changed = await change(before, { db, id });
  const parsed = incidentDocumentSchema.safeParse(changed);
  const old = new Set(input.guards === "new" ? incidentTexts(before).map(({ text }) => text) : []);
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
    const after = await writeIncident(store, db, { ...facts, ...edited }, document, kept);
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
      after: {
        ...after,
        ...(isReopened ? { reviewStatus: edited.reviewStatus } : {}),
        ...input.alsoLogged,
      },
    },
    actor,
    clock,
  );
  await recordKept(store, db, guarded.kept, actor, clock);
  return { version };
}
