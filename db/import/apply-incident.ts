import { isDeepStrictEqual } from "node:util";
import { desc, eq, inArray } from "drizzle-orm";
import { type DocumentChange, diffDocuments } from "../../domain/diff-document";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { IncidentItem } from "../../domain/import/import-item";
import { overlayDocument } from "../../domain/import/overlay-document";
import { type IncidentDocument, incidentDocumentSchema } from "../../domain/incident";
import { shown } from "../../domain/issue";
import type { NewSource } from "../../domain/new-source";
import { freeText, incidentTexts, sourceTexts } from "../../domain/personal-data/free-texts";
import { readReference } from "../../domain/reference";
import { issuesOf } from "../../domain/zod-issues";
import { changeInside } from "../change-inside";
import { guardTexts } from "../guard-texts";
import { inChunks } from "../in-chunks";
import { insertSource } from "../insert-source";
import { recordKept } from "../kept-words";
import { logInside } from "../log-inside";
import { findIncident, type IncidentRow, readDocument } from "../read-incident";
import { readPastVersion } from "../read-past-version";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";
import { noteThing } from "./note-thing";
import { restoreReview } from "./restore-review";

export type AppliedIncident = {
  action: ImportAction;
  ref: string;
  title: string;
  changes: DocumentChange[];
};

/**
 * One incident that comes in: logged anew as a draft, or brought together with the one that its reference or an earlier
 * import of the same row names. A row that says what it said before changes nothing.
 * Errors: InvalidInput with every issue, `incident.retracted`.
 */
export async function applyIncident(
  applying: Applying,
  item: IncidentItem,
): Promise<AppliedIncident> {
  const { store, db, actor, clock } = applying;
  const target = await findTarget(applying, item);
  if (target?.isSame) {
    const { ref, title } = target.row;
    return { action: "unchanged", ref, title, changes: [] };
  }
  const decided = decideTexts(item.document, incidentTexts, applying.decisions);
  const { document, isWhole } = await withSources(applying, item, decided.thing);
  const kept = await keptColumns(applying, item);
  if (!target) {
    const ref = item.ref ?? undefined;
    const logged = await logInside(
      store,
      db,
      { document, ref, action: "import", reason: "", keep: decided.keep },
      actor,
      clock,
    );
    const version = applying.restores ? await restoreReview(applying, item, logged) : 1;
    const into = item.review?.mergedInto ?? null;
    if (into !== null) applying.merged.push({ id: logged.id, into, at: item.at });
    await noteRow(applying, item, kept, logged, "created", version);
    return { action: "created", ref: logged.ref, title: document.title, changes: [] };
  }
  const { row } = target;
  const before = await readDocument(store, db, row);
  const after = isWhole
    ? document
    : overlayDocument({
        base: await lastImported(applying, target),
        before,
        item,
        document: parsed(document),
      });
  if (isDeepStrictEqual(parsed(after), before)) {
    await noteRow(applying, item, kept, row, "unchanged", row.version);
    return { action: "unchanged", ref: row.ref, title: row.title, changes: [] };
  }
  const { version } = await changeInside(
    store,
    db,
    {
      ref: row.ref,
      version: row.version,
      action: "import",
      reason: "",
      keep: decided.keep,
      guards: "new",
    },
    () => after,
    actor,
    clock,
  );
  await noteRow(applying, item, kept, row, "changed", version);
  return {
    action: "changed",
    ref: row.ref,
    title: after.title,
    changes: diffDocuments(before, after),
  };
}

/** `version`: the incident's after the row was imported last. */
type Target = { row: IncidentRow; isSame: boolean; version: number | null };

/** The incident of the ledger that a row is about; null where it is a new one. */
async function findTarget(
  { store, db }: Applying,
  { ref, rowKey, rowDigest }: IncidentItem,
): Promise<Target | null> {
  const { dataImport, importedRow, incident } = store.t;
  if (ref !== null) {
    if (readReference("INC", ref) !== ref)
      throw new InvalidInput([
        { path: "ref", code: "incident.not_a_reference", values: { value: shown(ref) } },
      ]);
    const row = await findIncident(store, db, ref);
    if (row !== null) return { row, isSame: false, version: null };
  }
  const [met] = await db
    .select({
      id: importedRow.incidentId,
      digest: importedRow.rowDigest,
      version: importedRow.version,
    })
    .from(importedRow)
    .innerJoin(dataImport, eq(dataImport.id, importedRow.importId))
    .where(eq(importedRow.rowKey, rowKey))
    .orderBy(desc(dataImport.createdAt), desc(importedRow.line))
    .limit(1);
  if (!met) return null;
  const [row] = await db.select().from(incident).where(eq(incident.id, met.id));
  return row ? { row, isSame: met.digest === rowDigest, version: met.version } : null;
}

/** The document as the last import of the row left it; null where a purge emptied it, or no import is known. */
async function lastImported(
  { store, db }: Applying,
  { row, version }: Target,
): Promise<IncidentDocument | null> {
  if (version === null) return null;
  const past = await readPastVersion(store, db, row.id, { version });
  return past?.document ?? null;
}

function parsed(document: IncidentDocument): IncidentDocument {
  const read = incidentDocumentSchema.safeParse(document, { reportInput: true });
  if (!read.success) throw new InvalidInput(issuesOf(read.error));
  return read.data;
}

/**
 * The document with the ids of its sources in place of what the row calls them, and those written that are new.
 * `isWhole`: nothing is said of which columns there are, so the document is all of the incident.
 */
async function withSources(
  applying: Applying,
  { newSources, columns }: IncidentItem,
  document: IncidentDocument,
): Promise<{ document: IncidentDocument; isWhole: boolean }> {
  const ids = new Map<string, string>();
  for (const added of newSources) ids.set(added.key, await sourceId(applying, added));
  const refs = document.claims.map(({ sourceId }) => sourceId).filter((name) => !ids.has(name));
  const { source } = applying.store.t;
  const rows = await inChunks(refs, (chunk) =>
    applying.db
      .select({ id: source.id, ref: source.ref })
      .from(source)
      .where(inArray(source.ref, chunk)),
  );
  for (const { id, ref } of rows) ids.set(ref, id);
  const claims = document.claims.map((claim) => ({
    ...claim,
    sourceId: ids.get(claim.sourceId) ?? claim.sourceId,
  }));
  return { document: { ...document, claims }, isWhole: columns === undefined };
}

async function sourceId(applying: Applying, { key, source }: NewSource): Promise<string> {
  const { store, db, actor, clock, sources } = applying;
  const known = await sources.find(key, source);
  if (known !== null) return known;
  const { thing, keep } = decideTexts(source, sourceTexts, applying.decisions);
  const { id } = await insertSource(store, db, { source: thing, keep }, actor, clock);
  sources.add(key, source, id);
  await noteThing(applying, "source", id, "created", 1);
  return id;
}

/**
 * The columns that no field is made of, as they may stay. They are texts like all others: what must not be in the
 * ledger does not come in beside it.
 */
async function keptColumns(
  applying: Applying,
  { kept, rowKey }: IncidentItem,
): Promise<Record<string, string>> {
  const { store, db, actor, clock } = applying;
  const headers = Object.keys(kept);
  const cells = { cells: Object.values(kept) };
  const decided = decideTexts(
    cells,
    (row) => row.cells.map((text, at) => freeText(`cells.${at}`, text)),
    applying.decisions,
  );
  const texts = decided.thing.cells.map((text, at) => freeText(`kept.${headers[at]}`, text));
  const on = { entity: "import", entityId: rowKey, part: "content" } as const;
  const guarded = await guardTexts(store, db, [{ texts, on }], decided.keep);
  if (guarded.issues.length > 0) throw new InvalidInput(guarded.issues);
  await recordKept(store, db, guarded.kept, actor, clock);
  return Object.fromEntries(headers.map((header, at) => [header, decided.thing.cells[at]!]));
}

async function noteRow(
  { store, db, importId }: Applying,
  { at, rowKey, rowDigest }: IncidentItem,
  kept: Record<string, string>,
  { id }: { id: string },
  action: ImportAction,
  version: number,
): Promise<void> {
  const row = { importId, file: at.file, line: at.line, incidentId: id, action, version };
  await db.insert(store.t.importedRow).values({ ...row, rowKey, rowDigest, kept });
}
