import type { ImportFormat, ImportRunKind, ImportState } from "./data-import";
import type { ImportReport } from "./import-report";
import type { TableMapping } from "./table-mapping";
import type { TableReading } from "./table-reading";
import type { UndoPlan } from "./undo-plan";

/** An import as its page shows it; instants in milliseconds since 1970. `remembered`: how such a table was read last. */
export type ImportView = {
  id: string;
  state: ImportState;
  format: ImportFormat;
  fileName: string;
  fileSize: number;
  sha256: string;
  reading: TableReading;
  headersDigest: string;
  mapping: TableMapping | null;
  remembered: TableMapping | null;
  report: ImportReport | null;
  createdAt: number;
  createdBy: string;
  appliedAt: number | null;
  undoneAt: number | null;
  /** What undoing it now would do; null but for one that was applied, and where it was not asked for. */
  undo: UndoPlan | null;
  /** What was begun with it and has not ended: it goes on in the program, or was broken off. `at`: when it began. */
  begun: { kind: ImportRunKind; at: number } | null;
};

/** A line of the list of imports. */
export type ImportLine = Pick<
  ImportView,
  "id" | "state" | "format" | "fileName" | "createdAt" | "createdBy" | "appliedAt" | "undoneAt"
> & { counts: ImportReport["incidents"] | null };
