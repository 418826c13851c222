import { isDeepStrictEqual } from "node:util";
import { inArray } from "drizzle-orm";
import { InvalidInput } from "../../domain/errors";
import type { ImportAction } from "../../domain/import/data-import";
import type { ImportItem } from "../../domain/import/import-item";
import { type Issue, shown } from "../../domain/issue";
import { sourceTexts } from "../../domain/personal-data/free-texts";
import type { Source } from "../../domain/source";
import { buildSource } from "../../domain/tables/build-source";
import { columnOfPath } from "../../domain/tables/column-of-path";
import { inChunks } from "../in-chunks";
import { insertSource } from "../insert-source";
import { findSource, toSource } from "../read-source";
import { reviseInside } from "../revise-source-inside";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";
import { placingFaults, refuseFaults } from "./faulty-item";
import { noteThing } from "./note-thing";

/**
 * A source of a data package, by its reference; what it copies is named by references too, and comes before it.
 * Columns that the file lacks stay as they are.
 */
export async function applySource(
  applying: Applying,
  item: Extract<ImportItem, { what: "source" }>,
): Promise<ImportAction> {
  const { store, db, actor, clock } = applying;
  const { ref, row: ownRow } = item;
  const row = await findSource(store, db, ref);
  const before = row && (await toSource(store, db, row));
  const built = ownRow && before ? buildSource(ownRow, before) : { ...item, faults: item.faults };
  refuseFaults(built.faults);
  const position = ({ path }: Issue) => ({ ...item.at, column: columnOfPath(path.split(".")) });
  return placingFaults(position, async () => {
    const isGiven = !ownRow || Object.hasOwn(ownRow.row.cells, "derived_from");
    const derivedFrom =
      before && !isGiven
        ? built.source.derivedFrom
        : await idsOfReferences(applying, built.source.derivedFrom);
    const decided = decideTexts(built.source, sourceTexts, applying.decisions);
    const source: Source = { ...decided.thing, derivedFrom };
    const { keep } = decided;
    if (row === null || before === null) {
      const { id } = await insertSource(store, db, { source, ref, keep }, actor, clock);
      await noteThing(applying, "source", id, "created", 1);
      return "created";
    }
    if (isDeepStrictEqual(before, { ...source, derivedFrom: [...new Set(derivedFrom)].sort() }))
      return "unchanged";
    const { version } = await reviseInside(
      store,
      db,
      { ref, version: row.version, source, action: "import", reason: "", keep },
      actor,
      clock,
    );
    await noteThing(applying, "source", row.id, "changed", version);
    return "changed";
  });
}

/** The ids of sources by their references, in their order. Errors: InvalidInput naming each that is not there. */
async function idsOfReferences(
  { store, db }: Applying,
  refs: readonly string[],
): Promise<string[]> {
  const { source } = store.t;
  const rows = await inChunks(refs, (chunk) =>
    db.select({ id: source.id, ref: source.ref }).from(source).where(inArray(source.ref, chunk)),
  );
  const ids = new Map(rows.map(({ id, ref }) => [ref, id]));
  const issues = refs
    .filter((ref) => !ids.has(ref))
    .map((ref) => ({ path: "derivedFrom", code: "source.unknown", values: { value: shown(ref) } }));
  if (issues.length > 0) throw new InvalidInput(issues);
  return refs.map((ref) => ids.get(ref)!);
}
