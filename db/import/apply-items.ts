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
  MAX_KEPT,
  MAX_LISTED,
} from "../../domain/import/import-report";
import { findPersonalData } from "../../domain/personal-data/find-personal-data";
import { choiceOf } from "../../domain/personal-data/import-decisions";
import { rememberMarks } from "../../domain/personal-data/remember-marks";
import { isJudged } from "../../domain/review";
import type { Clock } from "../clock";
import { knownPlaceNames } from "../gazetteer/known-place-names";
import type { Db, Store } from "../store";
import { applyIncident } from "./apply-incident";
import { applyLink, applyNotSame } from "./apply-link";
import { applyLocation } from "./apply-location";
import { applyMerged } from "./apply-merged";
import { applySource } from "./apply-source";
import type { Applying, ApplyOptions } from "./applying";
import { FaultyItem, placingFaults } from "./faulty-item";
import { freeReferences } from "./free-references";
import { importQueue } from "./import-queue";
import { openWindow, someAtATime } from "./import-window";
import { knownFacts } from "./known-facts";
import { knownSources } from "./known-sources";

type Counted = "incidents" | "sources" | "locations" | "links";

/** Rows between which nobody else is served. */
const AT_ONCE = 10;
/** Rows that are read ahead and then written at once: no part of writing them keeps others waiting for 50 ms. */
const WRITTEN_AT_ONCE = 100;
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
  const applying = startApplying(store, db, options, actor, clock);
  const report = { ...emptyReport(), names: choiceOf(options.decisions) };
  const made: IncidentItem[] = [];
  for await (const some of someAtATime(items, options.atOnce ?? WRITTEN_AT_ONCE)) {
    await readAhead(applying, some);
    for (const item of some) {
      options.signal?.throwIfAborted();
      if (++report.rows % AT_ONCE === 0) await setImmediate();
      const action = await applyOne(applying, item, report);
      if (item.what === "incident" && action === "created" && made.length < MAX_COMPARED)
        made.push(item);
      options.onProgress?.(report.rows);
    }
    await applying.queue.flush();
    applying.facts.trim();
  }
  addFaults(report, await applyMerged(applying));
  await findSame(applying, report, made);
  return report;
}

function startApplying(
  store: Store,
  db: Db,
  options: ApplyOptions,
  actor: Actor,
  clock: Clock,
): Applying {
  const queue = importQueue(store, db);
  return {
    ...options,
    store,
    db,
    actor,
    clock,
    queue,
    window: { rowKeys: new Set(), incidentRefs: new Set(), sources: new Map(), locations: {} },
    facts: knownFacts(store, db),
    references: {
      incident: freeReferences(store, db, "incident", clock),
      source: freeReferences(store, db, "source", clock),
    },
    find: rememberMarks((text) => findPersonalData(text, { notNames: knownPlaceNames() })),
    sources: knownSources(store, db, queue),
    merged: [],
    changed: [],
    kept: [],
    told: new Set(),
  };
}

/** Asks the ledger at once what the next rows will each ask. */
async function readAhead(applying: Applying, items: readonly ImportItem[]): Promise<void> {
  const { store, db, facts, restores } = applying;
  applying.window = await openWindow(store, db, items);
  const cited = (some: readonly ImportItem[]) =>
    some
      .filter((item) => item.what === "incident")
      .flatMap(({ document }) => document.claims)
      .flatMap(({ sourceId }) => applying.window.sources.get(sourceId) ?? []);
  await facts.sources([...new Set(cited(items))]);
  const reviewed = items.filter(
    (item) => item.what === "incident" && (isJudged(item.review?.status) || item.verified?.length),
  );
  if (restores) await facts.withOrigins([...new Set(cited(reviewed))]);
}

type Action = keyof ImportCounts;

/** What became of an item, which is counted and, where it failed, named in the report. */
async function applyOne(
  applying: Applying,
  item: ImportItem,
  report: ImportReport,
): Promise<Action> {
  if (item.what === "faults") {
    report.incidents.failed++;
    addFaults(report, item.faults);
    return "failed";
  }
  const { sources, changed, kept } = applying;
  const counts = report[COUNTED[item.what]];
  try {
    const action = await placingFaults(
      () => item.at,
      () => applyItem(applying, item, report),
    );
    sources.keep();
    counts[action]++;
    report.keptCount += kept.length;
    addUpTo(report.kept, kept, MAX_KEPT);
    addUpTo(report.changed, changed, MAX_LISTED);
    return action;
  } catch (error) {
    sources.takeBack();
    if (!(error instanceof FaultyItem)) throw error;
    counts.failed++;
    addFaults(report, error.faults);
    return "failed";
  } finally {
    changed.length = 0;
    kept.length = 0;
  }
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
): Promise<Exclude<Action, "failed">> {
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
  addUpTo(report.faults, faults, MAX_FAULTS);
}

function addUpTo<T>(list: T[], more: readonly T[], most: number): void {
  list.push(...more.slice(0, Math.max(0, most - list.length)));
}
