import type {
  ImportFault,
  ImportItem,
  ImportPosition,
  PlaceRow,
  TableRow,
} from "../import/import-item";
import { shown } from "../issue";
import { boundedText } from "../text";
import type { LinkType } from "../vocabulary";
import { issuesOf } from "../zod-issues";
import { buildLocation } from "./build-location";
import { buildSource } from "./build-source";
import { tableNamed } from "./data-tables";
import { readRows } from "./read-rows";
import { text } from "./read-value";
import type { TableFile } from "./table-file";

/** The places of the files, those that others lie in first. All are held at once: a gazetteer is small. */
export async function* readLocations(
  places: TableFile | undefined,
  names: TableFile | undefined,
): AsyncGenerator<ImportItem> {
  const namesOf = new Map<string, PlaceRow["names"]>();
  const rows = new Map<string, TableRow>();
  for await (const { row, faults } of uniqueRows(names))
    if (faults.length > 0) yield { what: "faults", faults };
    else {
      const id = text(row.cells, "location");
      const name = { ...at(names!.file, row), column: "name", name: text(row.cells, "name") };
      namesOf.set(id, [...(namesOf.get(id) ?? []), name]);
    }
  for await (const { row, faults, isTaken } of uniqueRows(places))
    if (!isTaken) yield { what: "faults", faults };
    else rows.set(text(row.cells, "id"), row);

  const file = places?.file ?? "";
  const written = new Set<string>();
  const item = (id: string, row: TableRow): ImportItem => {
    const place = { file, row, names: namesOf.get(id) ?? [] };
    namesOf.delete(id);
    return { what: "location", at: at(file, row), place, ...buildLocation(place) };
  };
  for (const id of rows.keys()) {
    // From the place up to the first that was given already; a circle ends where it closes.
    const path: string[] = [];
    for (let next: string | null = id; next !== null && rows.has(next) && !written.has(next); ) {
      written.add(next);
      path.push(next);
      next = (rows.get(next)!.cells.parent ?? null) as string | null;
    }
    for (const next of path.reverse()) yield item(next, rows.get(next)!);
  }
  // Names of places that only the ledger has.
  for (const [id, others] of namesOf) {
    const { file, line } = others[0]!;
    const row: TableRow = { line, cells: { id }, kept: {}, faults: [] };
    const place = { file, row, names: others };
    yield { what: "location", at: at(file, row), place, ...buildLocation(place) };
  }
}

/** The sources of a file, those that others copy first; the file is read once more for each copy of a copy. */
export async function* readSources(file: TableFile | undefined): AsyncGenerator<ImportItem> {
  if (!file) return;
  const steps = await stepsOf(file);
  const last = Math.max(0, ...steps.values());
  for (let step = 0; step <= last; step++)
    for await (const { row, faults, isTaken } of uniqueRows(file)) {
      const ref = text(row.cells, "reference");
      if ((isTaken ? (steps.get(ref) ?? 0) : 0) !== step) continue;
      if (!isTaken) yield { what: "faults", faults };
      else {
        const single = { file: file.file, row };
        const built = buildSource(single, null);
        yield { what: "source", at: at(file.file, row), ref, row: single, ...built };
      }
    }
}

/** In which reading of the file each source comes: after all that it copies. All first where the file has that order. */
async function stepsOf(file: TableFile): Promise<Map<string, number>> {
  const copies = new Map<string, readonly string[]>();
  let isInOrder = true;
  const seen = new Set<string>();
  for await (const rows of readRows(file))
    for (const { cells } of rows) {
      const ref = text(cells, "reference");
      seen.add(ref);
      const from = (cells.derived_from ?? []) as readonly string[];
      if (from.length === 0) continue;
      copies.set(ref, from);
      isInOrder &&= from.every((one) => seen.has(one));
    }
  const steps = new Map<string, number>();
  if (isInOrder) return steps;
  const stepOf = (ref: string, above: ReadonlySet<string>): number => {
    const known = steps.get(ref);
    if (known !== undefined) return known;
    const from = (copies.get(ref) ?? []).filter((one) => seen.has(one) && !above.has(one));
    const inside = new Set([...above, ref]);
    const step = Math.max(0, ...from.map((one) => stepOf(one, inside) + 1));
    steps.set(ref, step);
    return step;
  };
  for (const ref of copies.keys()) stepOf(ref, new Set());
  return steps;
}

export async function* readLinks(file: TableFile | undefined): AsyncGenerator<ImportItem> {
  for await (const { row, faults } of uniqueRows(file)) {
    const { cells } = row;
    const [from, to] = [text(cells, "from"), text(cells, "to")];
    const wrong = [...faults, ...pairFaults(file!.file, row, ["from", "to"], "note")];
    const link = { from, to, type: text<LinkType>(cells, "type"), note: words(cells, "note") };
    yield wrong.length > 0
      ? { what: "faults", faults: wrong }
      : { what: "link", at: at(file!.file, row), ...link };
  }
}

export async function* readNotSame(file: TableFile | undefined): AsyncGenerator<ImportItem> {
  for await (const { row, faults } of uniqueRows(file)) {
    const { cells } = row;
    const [first, second] = [text(cells, "first"), text(cells, "second")];
    const wrong = [...faults, ...pairFaults(file!.file, row, ["first", "second"], "reason")];
    const decision = { first, second, reason: words(cells, "reason") };
    yield wrong.length > 0
      ? { what: "faults", faults: wrong }
      : { what: "not_same", at: at(file!.file, row), ...decision };
  }
}

const note = boundedText(1_000);
const words = (cells: TableRow["cells"], column: string) => {
  if (!(column in cells)) return null;
  const parsed = note.safeParse(cells[column] ?? "");
  return parsed.success ? parsed.data : String(cells[column]);
};

function pairFaults(
  file: string,
  { line, cells }: TableRow,
  [one, other]: [string, string],
  column: string,
): ImportFault[] {
  const parsed = note.safeParse(cells[column] ?? "", { reportInput: true });
  const faults = parsed.success
    ? []
    : issuesOf(parsed.error).map((issue) => ({ file, line, column, issue }));
  if (cells[one] !== cells[other] || !cells[one]) return faults;
  const values = { ref: shown(String(cells[other])) };
  return [
    ...faults,
    { file, line, column: other, issue: { path: other, code: "link.to_itself", values } },
  ];
}

type SingleRead = { row: TableRow; faults: ImportFault[]; isTaken: boolean };

/** The rows of a file. Those that cannot be read at all or have the key of one before them are not taken. */
async function* uniqueRows(file: TableFile | undefined): AsyncGenerator<SingleRead> {
  if (!file) return;
  const { primaryKey } = tableNamed(file.table);
  const lines = new Map<string, number>();
  for await (const rows of readRows(file))
    for (const row of rows) {
      if (Object.keys(row.cells).length === 0) {
        yield { row, faults: row.faults, isTaken: false };
        continue;
      }
      const parts = primaryKey.map((column) => String(row.cells[column] ?? ""));
      // That two are not the same says the same in either order.
      const key = (file.table === "not_same" ? parts.sort() : parts).join(" ");
      const first = lines.get(key);
      if (first === undefined) {
        lines.set(key, row.line);
        yield { row, faults: row.faults, isTaken: true };
        continue;
      }
      const issue = { path: "", code: "row.twice", values: { value: shown(key), line: first } };
      const twice = { ...at(file.file, row), issue };
      yield { row, faults: [...row.faults, twice], isTaken: false };
    }
}

function at(file: string, { line }: TableRow): ImportPosition {
  return { file, line, column: "" };
}
