import type { ImportPosition } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import { redact } from "../../domain/personal-data/redact";
import type { DifferingCell } from "../../domain/tables/differing-cells";
import type { Applying } from "./applying";

/**
 * Notes what a file says otherwise and an import may not change. What must not be in the ledger is not in the report
 * either.
 */
export function keepHere(
  { kept, find }: Applying,
  at: Omit<ImportPosition, "column">,
  { column, value, here }: DifferingCell,
): void {
  const code = value === "" ? "kept.emptied" : here === "" ? "kept.added" : "kept.differs";
  const values = { value: shown(redact(value, find(value))), here: shown(here) };
  kept.push({ file: at.file, line: at.line, column, issue: { path: column, code, values } });
}
