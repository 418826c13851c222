import { isDeepStrictEqual } from "node:util";
import { inArray } from "drizzle-orm";
import { diffSources } from "../../domain/diff-source";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { ImportItem } from "../../domain/import/import-item";
import { type Issue, shown } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import { sourceTexts } from "../../domain/personal-data/free-texts";
import type { Source } from "../../domain/source";
import { buildSource } from "../../domain/tables/build-source";
import { columnOfPath } from "../../domain/tables/column-of-path";
import { inChunks } from "../in-chunks";
import { findSource, toSource } from "../read-source";
import { reviseInside } from "../revise-source-inside";
import { alone } from "./alone";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";
import { placingFaults, refuseFaults } from "./faulty-item";
import { staged } from "./import-queue";
import { noteThing } from "./note-thing";
import { stageSource } from "./stage-source";

/**
 * A source of a data package, by its reference; what it copies is named by references too, and comes before it.
 * Columns that the file lacks stay as they are.
 */
export async function applySource(applying: Applying, item: SourceItem): Promise<ImportAction> {
  const { store, db, queue, window } = applying;
  const { ref, row: ownRow } = item;
  if (!window.sources.has(ref)) return create(applying, item);
  await queue.flush();
  const row = (await findSource(store, db, ref))!;
  const before = await toSource(store, db, row);
  const built = ownRow ? buildSource(ownRow, before) : item;
  refuseFaults(built.faults);
  return placingFaults<ImportAction>(positionIn(item), async () => {
    const isGiven = !ownRow || Object.hasOwn(ownRow.row.cells, "derived_from");
    const derivedFrom = isGiven
      ? idsOfReferences(applying, built.source.derivedFrom)
      : built.source.derivedFrom;
    const { thing, keep } = decideTexts(built.source, sourceTexts, applying);
    const source: Source = { ...thing, derivedFrom };
    if (isDeepStrictEqual(before, { ...source, derivedFrom: [...new Set(derivedFrom)].sort() }))
      return "unchanged";
    await change(applying, row, { source, keep });
    await noteChange(applying, item, { before, after: source });
    return "changed";
  });
}

type SourceItem = Extract<ImportItem, { what: "source" }>;

function create(applying: Applying, item: SourceItem): Promise<ImportAction> {
  refuseFaults(item.faults);
  return placingFaults<ImportAction>(positionIn(item), async () => {
    const { ref, source } = item;
    const own = staged();
    const derivedFrom = idsOfReferences(applying, source.derivedFrom);
    await stageSource(applying, own, { source: { ...source, derivedFrom }, ref });
    applying.queue.add(own);
    return "created";
  });
}

function change(
  applying: Applying,
  { id, ref, version }: { id: string; ref: string; version: number },
  asked: { source: Source; keep: Keep[] },
): Promise<void> {
  const { store, db, actor, clock, facts } = applying;
  return alone(applying, async () => {
    const input = { ref, version, action: "import", reason: "", ...asked } as const;
    const revised = await reviseInside(store, db, input, actor, clock);
    await noteThing(applying, "source", id, "changed", revised.version);
    facts.forgetSources();
  });
}

/** For whoever reads the report: what it copies goes by references there. */
async function noteChange(
  { store, db, changed }: Applying,
  { ref, at: { file, line } }: SourceItem,
  { before, after }: { before: Source; after: Source },
): Promise<void> {
  const { source } = store.t;
  const ids = [...before.derivedFrom, ...after.derivedFrom];
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id: source.id, ref: source.ref }).from(source).where(inArray(source.id, chunk)),
  );
  const refs = new Map(rows.map((row) => [row.id, row.ref]));
  const told = ({ derivedFrom, ...rest }: Source) => ({
    ...rest,
    derivedFrom: derivedFrom.map((id) => refs.get(id)!).sort(),
  });
  const title = after.title || after.publisher;
  const fields = diffSources(told(before), told(after));
  changed.push({ what: "source", file, line, refs: [ref], title, fields });
}

function positionIn({ at }: SourceItem) {
  return ({ path }: Issue) => ({ ...at, column: columnOfPath(path.split(".")) });
}

/** The ids of sources by their references, in their order. Errors: InvalidInput naming each that is not there. */
function idsOfReferences({ window }: Applying, refs: readonly string[]): string[] {
  const issues = refs
    .filter((ref) => !window.sources.has(ref))
    .map((ref) => ({ path: "derivedFrom", code: "source.unknown", values: { value: shown(ref) } }));
  if (issues.length > 0) throw new InvalidInput(issues);
  return refs.map((ref) => window.sources.get(ref)!);
}
