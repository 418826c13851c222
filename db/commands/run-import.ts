import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { ImportItem } from "../../domain/import/import-item";
import type { ImportReport } from "../../domain/import/import-report";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { applyItems } from "../import/apply-items";
import type { ApplyOptions } from "../import/applying";
import { writeBegun } from "../import/begun-run";
import { findImport, type ImportRow } from "../import/find-import";
import type { Db, Store } from "../store";

/**
 * `check`: everything is done and taken back, to see what would come of it. `all`: it is kept unless a row is faulty.
 * `good`: the rows without a fault are kept.
 */
export type ImportMode = "check" | "all" | "good";

/**
 * Runs an import that waits, in one transaction: it is in the ledger wholly, or, where the process ends in the middle,
 * not at all. `items` is asked for anew where the database has the transaction run again. The report is kept with the
 * import. Others read meanwhile, and wait to write.
 * Errors: `import.not_found`, `import.not_possible`; the signal's own reason where it was aborted.
 */
export async function runImport(
  store: Store,
  input: Omit<ApplyOptions, "importId"> & {
    id: string;
    mode: ImportMode;
    items: () => AsyncIterable<ImportItem>;
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<ImportReport> {
  authorise(actor, "data.import");
  const { id, mode, items, ...options } = input;
  const { dataImport } = store.t;
  const write = async (db: Db, report: ImportReport) => {
    await writeBegun(store, db, id, null);
    await db
      .update(dataImport)
      .set(
        report.isApplied
          ? { report: withoutMarked(report), state: "applied" as const, appliedAt: clock.now() }
          : { report },
      )
      .where(eq(dataImport.id, id));
  };
  try {
    return await store.tx(async (db) => {
      const row = await findImport(store, db, id, "uploaded");
      const found = await applyItems(
        store,
        db,
        items(),
        { ...options, importId: id },
        actor,
        clock,
      );
      if (mode === "check" || (mode === "all" && found.faultCount > 0))
        throw new TakenBack(found, howRead(row));
      const report = { ...found, isApplied: true };
      await write(db, report);
      const { incidents, sources, locations, links } = report;
      await appendRevision(
        store,
        db,
        {
          action: "import",
          entity: "import",
          entityId: id,
          version: null,
          reason: "",
          before: null,
          after: { file: row.fileName, sha256: row.sha256, incidents, sources, locations, links },
        },
        actor,
        clock,
      );
      return report;
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    const { report } = error;
    await store.tx(async (db) => {
      const row = await findImport(store, db, id, "uploaded");
      // What was found by another mapping than there is now says nothing of this one.
      if (howRead(row) === error.read) await write(db, report);
      else await writeBegun(store, db, id, null);
    });
    return report;
  }
}

/** The report as it stays: what may not be in the ledger, and was refused for that, is not in it either. */
function withoutMarked(report: ImportReport): ImportReport {
  const faults = report.faults.map((fault) => {
    const { code, values } = fault.issue;
    if (!code.startsWith("personal_data.") || !values?.replacement) return fault;
    const { replacement } = values;
    const masked = { ...values, value: replacement, words: replacement };
    return { ...fault, issue: { ...fault.issue, values: masked } };
  });
  return { ...report, faults };
}

/** Ends a transaction that was only to see what would come of it. */
class TakenBack extends Error {
  constructor(
    readonly report: ImportReport,
    readonly read: string,
  ) {
    super("taken back");
  }
}

function howRead({ reading, mapping }: ImportRow): string {
  return JSON.stringify([reading, mapping]);
}
