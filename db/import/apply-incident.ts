import { isDeepStrictEqual } from "node:util";
import { inArray } from "drizzle-orm";
import { type DocumentChange, diffDocuments } from "../../domain/diff-document";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { IncidentItem } from "../../domain/import/import-item";
import { overlayItem } from "../../domain/import/overlay-item";
import { type IncidentDocument, incidentDocumentSchema } from "../../domain/incident";
import type { Issue } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import type { NewSource } from "../../domain/new-source";
import { freeText, incidentTexts, sourceTexts } from "../../domain/personal-data/free-texts";
import { buildIncident } from "../../domain/tables/build-incident";
import { issuesOf } from "../../domain/zod-issues";
import { changeInside } from "../change-inside";
import { guardTexts } from "../guard-texts";
import { inChunks } from "../in-chunks";
import { insertSource } from "../insert-source";
import { recordKept } from "../kept-words";
import { logInside } from "../log-inside";
import { type IncidentRow, readDocument } from "../read-incident";
import { readPastVersion } from "../read-past-version";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";
import { placingFaults, refuseFaults } from "./faulty-item";
import { findTarget, type Target } from "./find-target";
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
 * Throws FaultyItem with every fault.
 */
export async function applyIncident(
  applying: Applying,
  item: IncidentItem,
): Promise<AppliedIncident> {
  const { store, db } = applying;
  const { at, columns = {} } = item;
  const ofRow = ({ path }: Issue) => ({ ...at, column: columnOf(path, columns) ?? at.column });
  const target = await placingFaults(ofRow, () => findTarget(applying, item));
  if (target?.isSame) {
    const { ref, title } = target.row;
    return { action: "unchanged", ref, title, changes: [] };
  }
  const before = target && (await readDocument(store, db, target.row));
  const built = item.rows
    ? buildIncident(item.rows, before)
    : { document: item.document, faults: [], positionOf: null };
  refuseFaults(
    target && item.rows
      ? built.faults
      : [...(item.faults ?? []), ...(item.rows ? [] : built.faults)],
  );
  const positionOf = (issue: Issue) =>
    built.positionOf && !issue.path.startsWith("kept.")
      ? built.positionOf(issue.path)
      : ofRow(issue);
  return placingFaults(positionOf, async () => {
    const decided = decideTexts(built.document, incidentTexts, applying.decisions);
    const document = await withSources(applying, item, decided.thing);
    const kept = await keptColumns(applying, item);
    const made = { document, keep: decided.keep, kept };
    return target && before
      ? change(applying, item, { ...target, before }, made)
      : create(applying, item, made);
  });
}

/** What a row was made into: the incident with the ids of its sources, the words that stay, the columns that are kept. */
type Made = { document: IncidentDocument; keep: Keep[]; kept: Record<string, string> };

async function create(
  applying: Applying,
  item: IncidentItem,
  { document, keep, kept }: Made,
): Promise<AppliedIncident> {
  const { store, db, actor, clock } = applying;
  const logged = await logInside(
    store,
    db,
    { document, ref: item.ref ?? undefined, action: "import", reason: "", keep },
    actor,
    clock,
  );
  const version = applying.restores ? await restoreReview(applying, item, logged) : 1;
  const into = item.review?.mergedInto ?? null;
  if (into !== null) applying.merged.push({ id: logged.id, into, at: item.at });
  await noteRow(applying, item, { kept, id: logged.id, action: "created", version });
  return { action: "created", ref: logged.ref, title: document.title, changes: [] };
}

async function change(
  applying: Applying,
  item: IncidentItem,
  { row, version: imported, before }: Target & { before: IncidentDocument },
  { document, keep, kept }: Made,
): Promise<AppliedIncident> {
  const { store, db, actor, clock } = applying;
  const { id, ref, title } = row;
  const after = parsed(
    item.rows
      ? document
      : overlayItem(
          before,
          { ...item, document: parsed(document) },
          await lastImported(applying, row, imported),
        ),
  );
  if (isDeepStrictEqual(after, before)) {
    await noteRow(applying, item, { kept, id, action: "unchanged", version: row.version });
    return { action: "unchanged", ref, title, changes: [] };
  }
  if (row.mergedIntoId !== null)
    throw new InvalidInput([{ path: "", code: "import.merged", values: { value: ref } }]);
  const { version } = await changeInside(
    store,
    db,
    { ref, version: row.version, action: "import", reason: "", keep, guards: "new" },
    () => after,
    actor,
    clock,
  );
  await noteRow(applying, item, { kept, id, action: "changed", version });
  return { action: "changed", ref, title: after.title, changes: diffDocuments(before, after) };
}

/** The column of the longest beginning of a path; what is kept is said under its column's own name. */
function columnOf(path: string, columns: Record<string, string>): string | undefined {
  if (path.startsWith("kept.")) return path.slice("kept.".length);
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("."))))
    if (columns[at] !== undefined) return columns[at];
  return undefined;
}

/** The document as the last import of the row left it; null where a purge emptied it, or no import is known. */
async function lastImported(
  { store, db }: Applying,
  row: IncidentRow,
  version: number | null,
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

/** The document with the ids of its sources in place of what the file calls them; those are written that are new. */
async function withSources(
  applying: Applying,
  { newSources }: IncidentItem,
  document: IncidentDocument,
): Promise<IncidentDocument> {
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
  return { ...document, claims };
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

type Noted = { id: string; action: ImportAction; version: number; kept: Record<string, string> };

/** Remembers what became of a row, and of what former imports of the ledger it comes from kept of the incident. */
async function noteRow(
  { store, db, importId }: Applying,
  { at, rowKey, rowDigest, former = [] }: IncidentItem,
  { id, action, version, kept }: Noted,
): Promise<void> {
  const shared = { importId, incidentId: id, version };
  const own = { ...shared, action, file: at.file, line: at.line, rowKey, rowDigest, kept };
  const past =
    action !== "created"
      ? []
      : former.map(({ file, line, rowKey, rowDigest, kept }) => ({
          ...shared,
          action,
          file,
          line,
          rowKey,
          rowDigest,
          kept,
        }));
  await db
    .insert(store.t.importedRow)
    .values([own, ...past])
    .onConflictDoNothing();
}
