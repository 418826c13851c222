import type { Store } from "./store";
import { readContents, withoutTimes } from "./testing-store-contents";
import { contentByReference } from "./verified-version-reader";

/** Of what an incident is made, the tables in which it is stored, and those of what stands beside incidents. */
const TABLES = [
  "incident",
  "incidentStatus",
  "peopleGroup",
  "event",
  "eventPlace",
  "eventGroup",
  "claim",
  "source",
  "sourceDerivation",
  "incidentLink",
  "notSameDecision",
  "verifiedVersion",
  "location",
  "locationName",
] as const;

/**
 * How often it was written and by whom differs between a ledger and what was imported from it, and what was published
 * of it, since nothing is imported as published.
 */
const LEFT_OUT = new Set([
  "version",
  "editedBy",
  "assigneeId",
  "createdBy",
  "decidedBy",
  "verifiedBy",
  "edition",
  "publishedAt",
  "closed",
]);

type VersionContent = Parameters<typeof contentByReference>[0];

const byRef = (one: { ref: string }, other: { ref: string }) => (one.ref < other.ref ? -1 : 1);

/** The same with the keys of all objects in their order. */
function inOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inOrder) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)])) as T;
}

/**
 * What two ledgers that say the same have in common: their rows without times, counters and names of accounts, with
 * references in place of ids, in an order of their own.
 */
export async function contentsByReference(store: Store): Promise<Record<string, string[]>> {
  const contents = withoutTimes(await readContents(store));
  const names = new Map<unknown, string>();
  for (const table of ["incident", "source"] as const)
    for (const { id, ref } of contents[table]!) names.set(id, String(ref));
  // Which of the two is first goes by their ids.
  for (const row of contents.notSameDecision!) {
    const pair = [row.firstId, row.secondId].map((id) => String(names.get(id))).sort();
    Object.assign(row, { firstId: pair[0], secondId: pair[1] });
  }
  for (const row of contents.verifiedVersion!) {
    const { document, sources } = contentByReference(row as VersionContent);
    // Those that a source copies come in the order of their ids.
    Object.assign(row, inOrder({ document, sources: sources.sort(byRef) }));
  }
  const named = (row: Record<string, unknown>) =>
    JSON.stringify(row).replace(/"([0-9a-f]{24})"/g, (_, id) => `"${names.get(id) ?? "an id"}"`);
  const imported = contents
    .importedRow!.map(({ incidentId, file, line, rowKey, rowDigest, kept }) => ({
      ref: names.get(incidentId),
      file: String(file).replace(/^(\w+: )+/, ""),
      ...{ line, rowKey, rowDigest, kept },
    }))
    // A package leaves a row of its own for each incident.
    .filter(({ ref, rowKey }) => rowKey !== ref);
  const tables = Object.fromEntries(
    TABLES.map((table) => [
      table,
      contents[table]!.map((row) =>
        named(Object.fromEntries(Object.entries(row).filter(([name]) => !LEFT_OUT.has(name)))),
      ).sort(),
    ]),
  );
  return { ...tables, importedRow: imported.map((row) => JSON.stringify(row)).sort() };
}
