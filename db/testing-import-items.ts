import type { ImportItem, IncidentItem } from "../domain/import/import-item";
import { aGroup, exactly } from "../domain/testing-documents";
import { aRow } from "./testing-import";
import { anyDocument, type Chance, sequence } from "./testing-incidents";
import { aWrittenSource } from "./testing-tables";

const KEYS = ["one", "two", "three", "four"] as const;
const REFS = ["SRC-22222A", "SRC-22222B", "SRC-22222C"] as const;

/**
 * Everything that an import may bring, the same for the same seed: sources and cases of a package, some of them
 * verified, merged or linked; rows of a table that share sources, say the same row again or otherwise, or are faulty in
 * every way. No two incidents and no two sources have the same title.
 */
export function manyItems(seed: number): ImportItem[] {
  const chance = sequence(seed);
  const rows = Array.from({ length: 60 }, (_, n) => anyRow(chance, seed * 10_000 + n));
  const again = rows.filter(() => chance(4) === 0).map((row) => saidAgain(chance, row));
  return [
    ...REFS.map((ref, n) => packageSource(ref, `Report ${n}`, REFS.slice(0, n).slice(-1))),
    packageSource("SRC-22222D", "Copies what is not there", ["SRC-33333A"]),
    ...Array.from({ length: 12 }, (_, n) => packageRow(chance, n)),
    ...mixed(chance, [...rows, ...again]),
    packageSource("SRC-22222A", "Report 0", [], "Another publisher"),
    link("INC-22222A", "INC-22222B"),
    link("INC-22222A", "INC-ZZZZZZ"),
    { what: "faults", faults: [] },
  ];
}

/** Rows that say the same again come somewhere after the first. */
function mixed(chance: Chance, rows: IncidentItem[]): IncidentItem[] {
  const mix = rows.slice(0, 60);
  for (const row of rows.slice(60)) {
    const first = mix.findIndex(({ rowKey }) => rowKey === row.rowKey);
    mix.splice(first + 1 + chance(mix.length - first), 0, row);
  }
  return mix;
}

function anyRow(chance: Chance, line: number): IncidentItem {
  const keys = KEYS.filter(() => chance(2) === 0);
  const own = `only ${line}`;
  const document = {
    ...anyDocument(chance, chance(3) === 0 ? [...keys, own] : [own]),
    title: `Case ${line}`,
  };
  const newSources = [...keys, own].map((key) => ({
    key,
    source: aWrittenSource({ publisher: `Paper ${key}`, title: `Held, ${key}` }),
  }));
  const kept = { Weather: "rain", Reporter: chance(3) === 0 ? "Kim Chol-su (34)" : "" };
  const row = aRow(line, { document, newSources, kept });
  const [source] = newSources.slice(-1);
  switch (chance(12)) {
    case 0:
      return { ...row, document: { ...document, title: "" } };
    case 1:
      return { ...row, document: { ...document, groups: [aGroup("g9", { nationality: "??" })] } };
    case 2:
      source!.source.derivedFrom = ["nothing"];
      return row;
    case 3:
      source!.source.language = "no language";
      return row;
    case 4:
      return { ...row, kept: { Reporter: "+82 10-1234-5678" } };
    case 5:
      return { ...row, document: { ...document, summary: "Kim Chol-su was seen there." } };
    case 6:
      return { ...row, ref: "no reference" };
    case 7: {
      const part = { partOf: "whole", nationality: "KP" };
      const groups = [
        aGroup("deep", { ...part, partOf: "part", count: exactly(2) }),
        aGroup("part", { ...part, count: exactly(3) }),
        aGroup("whole", { nationality: "KP", count: exactly(9) }),
      ];
      return { ...row, document: { ...document, groups, claims: [], events: [] } };
    }
    default:
      return row;
  }
}

function saidAgain(chance: Chance, row: IncidentItem): IncidentItem {
  const at = { ...row.at, line: row.at.line + 5_000 };
  if (chance(2) === 0) return { ...row, at };
  const document = { ...row.document, summary: "Said otherwise." };
  return { ...row, at, document, rowDigest: "said otherwise" };
}

const LETTERS = "ABCDEFGHJKMN";

function packageRow(chance: Chance, n: number): IncidentItem {
  const status = (["draft", "in_review", "verified", "disputed", "retracted"] as const)[n % 5]!;
  const review = {
    status,
    retractedReason: status === "retracted" ? "It was another case" : null,
    mergedInto: n === 7 ? "INC-22222M" : n === 8 ? "INC-ZZZZZZ" : null,
  };
  const ref = `INC-22222${LETTERS[n]}`;
  const former = [
    {
      incident: ref,
      import: "once",
      file: "former.csv",
      line: 2 + n,
      action: "created" as const,
      rowKey: `former ${n}`,
      rowDigest: "",
      kept: { Note: "wet" },
    },
  ];
  const document = { ...anyDocument(chance, [...REFS]), title: `Package ${n}` };
  return aRow(n + 2, { ref, document, newSources: [], kept: {}, columns: {}, review, former });
}

function packageSource(
  ref: string,
  title: string,
  derivedFrom: readonly string[],
  publisher = "Agency",
): ImportItem {
  const source = aWrittenSource({ title, publisher, derivedFrom: [...derivedFrom] });
  return { what: "source", at: { file: "sources.csv", line: 2, column: "" }, ref, source };
}

function link(from: string, to: string): ImportItem {
  const at = { file: "links.csv", line: 2, column: "" };
  return { what: "link", at, from, to, type: "follows", note: "" };
}
