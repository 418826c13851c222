import { setImmediate } from "node:timers/promises";
import type { Actor } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { ImportFault, ImportItem, ImportPosition } from "../../domain/import/import-item";
import {
  emptyReport,
  type ImportCounts,
  type ImportReport,
  MAX_FAULTS,
  MAX_LISTED,
} from "../../domain/import/import-report";
import type { Clock } from "../clock";
import type { Db, Store } from "../store";
import { applyIncident } from "./apply-incident";
import { applyLink, applyNotSame } from "./apply-link";
import { applyLocation } from "./apply-location";
import { applyMerged } from "./apply-merged";
import { applySource } from "./apply-source";
import type { Applying, ApplyOptions } from "./applying";
import { knownSources } from "./known-sources";
import { inSavepoint } from "./savepoint";

type Counted = "incidents" | "sources" | "locations" | "links";

/** Rows between which nobody else is served. */
const AT_ONCE = 20;

/**
 * Writes what an import brings inside a transaction, row after row; a row with a fault is taken back alone, and named
 * in the report with file, line, column and value. Whether the rest is kept is the caller's to decide.
 * Throws what is no fault of a row: a database that fails, a cancelled import.
 */
export async function applyItems(
  store: Store,
  db: Db,
  items: AsyncIterable<ImportItem>,
  options: ApplyOptions,
  actor: Actor,
  clock: Clock,
): Promise<ImportReport> {
  const sources = knownSources(store, db);
  const applying: Applying = { ...options, store, db, actor, clock, sources, merged: [] };
  const report = emptyReport();
  let since = 0;
  for await (const item of items) {
    options.signal?.throwIfAborted();
    if (++since % AT_ONCE === 0) await setImmediate();
    if (item.what === "faults") {
      report.rows++;
      report.incidents.failed++;
      addFaults(report, item.faults);
    } else {
      report.rows++;
      const counts = report[COUNTED[item.what]];
      try {
        await inSavepoint(store, db, async () => {
          counts[await applyItem(applying, item, report)]++;
        });
      } catch (error) {
        counts.failed++;
        addFaults(report, faultsOf(error, item));
      }
    }
    options.onProgress?.(report.rows);
  }
  addFaults(report, await applyMerged(applying));
  return report;
}

const COUNTED = {
  incident: "incidents",
  source: "sources",
  location: "locations",
  link: "links",
  not_same: "links",
} as const satisfies Record<Exclude<ImportItem["what"], "faults">, Counted>;

async function applyItem(
  applying: Applying,
  item: Exclude<ImportItem, { what: "faults" }>,
  report: ImportReport,
): Promise<Exclude<keyof ImportCounts, "failed">> {
  switch (item.what) {
    case "location":
      return applyLocation(applying, item);
    case "source":
      return applySource(applying, item);
    case "link":
      return applyLink(applying, item);
    case "not_same":
      return applyNotSame(applying, item);
    case "incident": {
      const { action, ...applied } = await applyIncident(applying, item);
      if (action !== "unchanged" && report.listed.length < MAX_LISTED)
        report.listed.push({ ...applied, ...positionOf(item.at), action, similar: [] });
      return action;
    }
  }
}

function positionOf({ file, line }: ImportPosition) {
  return { file, line };
}

function addFaults(report: ImportReport, faults: readonly ImportFault[]): void {
  report.faultCount += faults.length;
  report.faults.push(...faults.slice(0, Math.max(0, MAX_FAULTS - report.faults.length)));
}

/** What is wrong with a row, by its columns where the item says which they are. */
function faultsOf(error: unknown, item: { at: ImportPosition; columns?: Record<string, string> }) {
  const { at, columns = {} } = item;
  if (error instanceof InvalidInput)
    return error.issues.map(
      (issue): ImportFault => ({
        ...at,
        column: columnOf(issue.path, columns) ?? at.column,
        issue,
      }),
    );
  if (error instanceof DomainError)
    return [{ ...at, issue: { path: "", code: error.code, values: error.values } }];
  throw error;
}

/** The column of the longest beginning of a path; what is kept is said under its column's own name. */
function columnOf(path: string, columns: Record<string, string>): string | undefined {
  if (path.startsWith("kept.")) return path.slice("kept.".length);
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("."))))
    if (columns[at] !== undefined) return columns[at];
  return undefined;
}
