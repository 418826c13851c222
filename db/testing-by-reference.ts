import type { Store } from "./store";
import { readContents, withoutTimes } from "./testing-store-contents";

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
  "location",
  "locationName",
] as const;

/**
 * How often it was written and by whom differs between a ledger and what was imported from it, and what was verified
 * once and is no more, since versions of the past are not in the tables.
 */
const LEFT_OUT = new Set([
  "version",
  "verifiedNumber",
  "editedBy",
  "assigneeId",
  "createdBy",
  "decidedBy",
]);

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
