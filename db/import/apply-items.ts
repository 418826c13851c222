import { setImmediate } from "node:timers/promises";
import type { Actor } from "../../domain/actor";
import type {
  ImportFault,
  ImportItem,
  ImportPosition,
  IncidentItem,
} from "../../domain/import/import-item";
import {
  emptyReport,
  type ImportCounts,
  type ImportReport,
  MAX_COMPARED,
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
import { FaultyItem, placingFaults } from "./faulty-item";
import { knownSources } from "./known-sources";
import { inSavepoint } from "./savepoint";

type Counted = "incidents" | "sources" | "locations" | "links";

/** Rows between which nobody else is served. */
const AT_ONCE = 20;
const SIMILAR_AT_ONCE = 50;

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
  const made: IncidentItem[] = [];
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
        const action = await inSavepoint(store, db, () =>
          placingFaults(
            () => item.at,
            () => applyItem(applying, item, report),
          ),
        );
        sources.keep();
        counts[action]++;
        if (item.what === "incident" && action === "created" && made.length < MAX_COMPARED)
          made.push(item);
      } catch (error) {
        sources.takeBack();
        counts.failed++;
        if (!(error instanceof FaultyItem)) throw error;
        addFaults(report, error.faults);
      }
    }
    options.onProgress?.(report.rows);
  }
  addFaults(report, await applyMerged(applying));
  await findSame(applying, report, made);
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
        report.listed.push({ ...applied, ...positionOf(item.at), action });
      return action;
    }
  }
}

/** Which of the incidents that were there may be the same as those that rows made. */
async function findSame(
  { findSimilar, signal }: Applying,
  report: ImportReport,
  made: readonly IncidentItem[],
): Promise<void> {
  if (!findSimilar) return;
  report.compared = made.length;
  for (let from = 0; from < made.length; from += SIMILAR_AT_ONCE) {
    signal?.throwIfAborted();
    const some = made.slice(from, from + SIMILAR_AT_ONCE);
    const found = await findSimilar(some);
    some.forEach(({ at, document }, n) => {
      const similar = found[n] ?? [];
      if (similar.length > 0)
        report.similar.push({ ...positionOf(at), title: document.title, similar });
    });
    await setImmediate();
  }
}

function positionOf({ file, line }: ImportPosition) {
  return { file, line };
}

function addFaults(report: ImportReport, faults: readonly ImportFault[]): void {
  report.faultCount += faults.length;
  report.faults.push(...faults.slice(0, Math.max(0, MAX_FAULTS - report.faults.length)));
}
