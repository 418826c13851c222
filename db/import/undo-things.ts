import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { ImportedEntity } from "../../domain/import/data-import";
import { sourceSchema } from "../../domain/source";
import { appendRevision } from "../append-revision";
import type { Clock } from "../clock";
import { inChunks } from "../in-chunks";
import { removeSources } from "../remove-sources";
import { reviseInside } from "../revise-source-inside";
import type { Db, Store } from "../store";

/** Things between which nobody else is served. */
const AT_ONCE = 50;
const SOURCES_AT_ONCE = 100;

/**
 * What came with an import beside its incidents, taken out once those are: links and decisions that are left, sources
 * and places that nothing names any more; a source, link or decision that it changed, and nobody since, is as it was
 * before. `rest` is called again and again, so that others are served meanwhile.
 */
export async function undoThings(
  store: Store,
  db: Db,
  importId: string,
  { actor, clock, rest }: { actor: Actor; clock: Clock; rest: () => Promise<void> },
): Promise<void> {
  let done = 0;
  const step = async () => {
    if (++done % AT_ONCE === 0) await rest();
  };
  const { importedThing, incidentLink, notSameDecision } = store.t;
  const things = await db.select().from(importedThing).where(eq(importedThing.importId, importId));
  const created = (entity: string) =>
    things
      .filter((thing) => thing.entity === entity && thing.action === "created")
      .map(({ entityId }) => entityId);
  for (const id of created("link")) {
    await db.delete(incidentLink).where(eq(incidentLink.id, id));
    await step();
  }
  for (const id of created("not_same")) {
    await db.delete(notSameDecision).where(ofPair(notSameDecision, id));
    await step();
  }
  for (const { entity, entityId: id, action, version } of things) {
    if (action !== "changed") continue;
    if (entity === "source") await restoreSource(store, db, { id, version }, actor, clock);
    else await restoreWords(store, db, { entity, id, seq: version }, actor, clock);
    await step();
  }
  await removeUnnamedSources(store, db, created("source"), rest);
  await removeUnnamedPlaces(store, db, created("location"), step);
  await db.delete(importedThing).where(eq(importedThing.importId, importId));
}

async function restoreSource(
  store: Store,
  db: Db,
  { id, version }: { id: string; version: number },
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const { revision, source } = store.t;
  const [now] = await db
    .select({ ref: source.ref, version: source.version })
    .from(source)
    .where(eq(source.id, id));
  if (now?.version !== version) return;
  const [entry] = await db
    .select({ payload: revision.payload })
    .from(revision)
    .where(
      and(eq(revision.entity, "source"), eq(revision.entityId, id), eq(revision.version, version)),
    );
  const before = sourceSchema.safeParse(JSON.parse(entry?.payload ?? "{}").before);
  if (!before.success) return;
  await reviseInside(
    store,
    db,
    { ref: now.ref, version, source: before.data, action: "undo_import", reason: "" },
    actor,
    clock,
  );
}

/** The note of a link or the reason of a decision, where its last entry in the log is that of the import. */
async function restoreWords(
  store: Store,
  db: Db,
  { entity, id, seq }: { entity: ImportedEntity; id: string; seq: number },
  actor: Actor,
  clock: Clock,
): Promise<void> {
  const { incidentLink, notSameDecision, revision } = store.t;
  const [entry] = await db
    .select({ seq: revision.seq, payload: revision.payload })
    .from(revision)
    .where(
      and(
        eq(revision.entity, "link"),
        eq(revision.entityId, id),
        ne(revision.action, "keep_words"),
      ),
    )
    .orderBy(desc(revision.seq))
    .limit(1);
  const { before, after } = JSON.parse(entry?.payload ?? "{}");
  if (entry?.seq !== seq || !before) return;
  if (entity === "link")
    await db.update(incidentLink).set({ note: before.note }).where(eq(incidentLink.id, id));
  else
    await db
      .update(notSameDecision)
      .set({ reason: before.reason, decidedAt: clock.now(), decidedBy: actor.id })
      .where(ofPair(notSameDecision, id));
  const undone = { action: "undo_import", entity: "link", entityId: id, version: null } as const;
  const swapped = { reason: "", before: after, after: before };
  await appendRevision(store, db, { ...undone, ...swapped }, actor, clock);
}

function ofPair({ firstId, secondId }: Store["t"]["notSameDecision"], pair: string) {
  const [first = "", second = ""] = pair.split(" ");
  return and(eq(firstId, first), eq(secondId, second));
}

/** A source stays where a claim or a verified version names it, or where a source that stays copies it. */
async function removeUnnamedSources(
  store: Store,
  db: Db,
  ids: string[],
  rest: () => Promise<void>,
): Promise<void> {
  const { claim, sourceDerivation, verifiedVersion } = store.t;
  const staying = new Set(
    (
      await inChunks(ids, (chunk) =>
        db.selectDistinct({ id: claim.sourceId }).from(claim).where(inArray(claim.sourceId, chunk)),
      )
    ).map(({ id }) => id),
  );
  if (ids.length > 0)
    for (const { sources } of await db
      .select({ sources: verifiedVersion.sources })
      .from(verifiedVersion))
      for (const { id } of sources) staying.add(id);
  const copies = await inChunks(ids, (chunk) =>
    db
      .select({ id: sourceDerivation.sourceId, fromId: sourceDerivation.fromId })
      .from(sourceDerivation)
      .where(inArray(sourceDerivation.fromId, chunk)),
  );
  const goes = new Set(ids.filter((id) => !staying.has(id)));
  for (let size = -1; size !== goes.size; ) {
    size = goes.size;
    for (const { id, fromId } of copies) if (!goes.has(id)) goes.delete(fromId);
  }
  const gone = [...goes];
  for (let at = 0; at < gone.length; at += SOURCES_AT_ONCE) {
    await removeSources(store, db, gone.slice(at, at + SOURCES_AT_ONCE));
    await rest();
  }
}

/** Deepest first, so that a place goes before the one it lies in. */
async function removeUnnamedPlaces(
  store: Store,
  db: Db,
  ids: string[],
  step: () => Promise<void>,
): Promise<void> {
  const { claim, eventPlace, location, locationName, peopleGroup } = store.t;
  const depth = (id: string) => id.split("/").length;
  for (const id of [...ids].sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1))) {
    await step();
    const [named] = await db
      .select({
        n: sql<number>`
          (select count(*) from ${eventPlace} where ${or(eq(eventPlace.locationId, id), eq(eventPlace.countryId, id))})
          + (select count(*) from ${claim} where ${eq(claim.locationId, id)})
          + (select count(*) from ${peopleGroup} where ${eq(peopleGroup.nationality, id)})
          + (select count(*) from ${location} where ${eq(location.parentId, id)})`.mapWith(Number),
      })
      .from(sql`(select 1) as one`);
    if (named!.n > 0) continue;
    await db.delete(locationName).where(eq(locationName.locationId, id));
    await db.delete(location).where(eq(location.id, id));
  }
}
