import { and, eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { type MergeChoice, mergeCases } from "../../domain/merge-cases";
import { readReason } from "../../domain/read-reason";
import { verifierIs } from "../../domain/review";
import { appendRevision } from "../append-revision";
import { askPublication } from "../ask-publication";
import { changeInside } from "../change-inside";
import { type Clock, systemClock } from "../clock";
import { findOpenIncident } from "../find-open-incident";
import { writeEntries } from "../incident-entries";
import { moveToMerged } from "../move-to-merged";
import { newId } from "../new-id";
import { type IncidentRow, readDocument } from "../read-incident";
import { readSettings } from "../read-settings";
import type { Db, Store } from "../store";

/**
 * Makes two incidents one: `kept` takes over groups, events, claims, comments and links of `gone` as chosen (see
 * `mergeCases`), and the reference of `gone` leads to it from then on, for the public too where `gone` was public;
 * its editions are taken off. Versions are those the person saw. Needs a reason; each of the two gets an entry in
 * the log, and what was verified is to be verified anew.
 * Errors: those of a change, of both; InvalidInput with what is wrong with the choice; `merge.with_itself`;
 * `merge.own_edit` for whoever wrote one of the two last, unless an admin lets one person do both.
 */
export async function mergeIncidents(
  store: Store,
  input: {
    kept: { ref: string; version: number };
    gone: { ref: string; version: number };
    choice: MergeChoice;
    reason: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "incident.merge");
  const reason = readReason(input.reason, { required: true });
  const { kept, gone, choice, keep } = input;
  if (kept.ref === gone.ref) throw new DomainError("merge.with_itself", { ref: gone.ref });
  return store.tx(async (db) => {
    const goneRow = await findOpenIncident(store, db, gone);
    const keptRow = await findOpenIncident(store, db, kept);
    const { one_person_review } = await readSettings(store, db);
    for (const { ref, editedBy } of [keptRow, goneRow])
      if (verifierIs(actor.id, editedBy, one_person_review) === "self")
        throw new DomainError("merge.own_edit", { ref });
    const goneDocument = await readDocument(store, db, goneRow);
    await copyKeptMarks(store, db, goneRow, keptRow);
    let claimIds: ReadonlyMap<string, string> = new Map();
    const { version } = await changeInside(
      store,
      db,
      { ...kept, reason, keep, guards: "new", action: "merge", alsoLogged: { merged: gone.ref } },
      (before) => {
        const merged = mergeCases(before, goneDocument, choice, () => newId(clock));
        if (merged.issues.length > 0) throw new InvalidInput(merged.issues);
        claimIds = merged.claimIds;
        return merged.document;
      },
      actor,
      clock,
    );
    const moved = await moveToMerged(store, db, { from: goneRow.id, to: keptRow.id }, claimIds);
    await db
      .update(store.t.incident)
      .set({
        mergedIntoId: keptRow.id,
        publication: "internal",
        version: goneRow.version + 1,
        updatedAt: clock.now(),
      })
      .where(eq(store.t.incident.id, goneRow.id));
    await writeEntries(store, db, [goneRow.id]);
    // The other one too: links that were moved are shown from there.
    await askPublication(store, db, [goneRow.id, keptRow.id]);
    await appendRevision(
      store,
      db,
      {
        action: "merge",
        entity: "incident",
        entityId: goneRow.id,
        version: goneRow.version + 1,
        reason,
        before: { mergedInto: null, publication: goneRow.publication },
        after: { mergedInto: keptRow.ref, version, moved, publication: "internal" },
      },
      actor,
      clock,
    );
    return { version };
  });
}

/** Words that somebody kept in the one may stand in the other, now that its texts do. */
async function copyKeptMarks(
  { t: { keptMark } }: Store,
  db: Db,
  from: Pick<IncidentRow, "id">,
  to: Pick<IncidentRow, "id">,
): Promise<void> {
  const rows = await db
    .select()
    .from(keptMark)
    .where(and(eq(keptMark.entity, "incident"), eq(keptMark.entityId, from.id)));
  for (const row of rows)
    await db
      .insert(keptMark)
      .values({ ...row, entityId: to.id })
      .onConflictDoNothing();
}
