/**
 * `uploaded`: nothing is written yet. `applied`: it is in the ledger. `undone`: it was, and was taken out again.
 * `cancelled`: it was given up before it was applied, and its bytes are gone.
 */
export const IMPORT_STATES = ["uploaded", "applied", "undone", "cancelled"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What can be done with an import in the background; where it is broken off, nothing of it stays. */
export const IMPORT_RUNS = ["check", "apply", "undo"] as const;
export type ImportRunKind = (typeof IMPORT_RUNS)[number];

/** In which state an import is until that was done with it. */
export const STATE_BEFORE: Readonly<Record<ImportRunKind, ImportState>> = {
  check: "uploaded",
  apply: "uploaded",
  undo: "applied",
};

/** `package`: our own data package or one of its tables; `table`: any other table, read by a mapping. */
export const IMPORT_FORMATS = ["package", "table"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What came of a row or a thing that was not faulty. */
export const IMPORT_ACTIONS = ["created", "changed", "unchanged"] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

/** What comes with incidents and is remembered of an import beside them. */
export const IMPORTED_ENTITIES = ["source", "location", "link", "not_same"] as const;
export type ImportedEntity = (typeof IMPORTED_ENTITIES)[number];
