import type { IncidentView } from "./incident-view";

/** Columns of an imported row that no field was made of, by their headers; `line`: 1 is the header. */
export type KeptRow = { file: string; line: number; columns: Record<string, string> };

/**
 * Everything of one incident that leaves the ledger. `origins`: the references of the sources that its sources copy or
 * cite, by id. `keptRows`: of the imports it came from.
 */
export type IncidentDetail = Omit<IncidentView, "sameSource"> & {
  origins: ReadonlyMap<string, string>;
  keptRows: KeptRow[];
};
