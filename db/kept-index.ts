import { emptyIncidentIndex, type IncidentIndex } from "../domain/incident-index/incident-index";

/** How often entries were written and deleted in a store: what tells one state of them from another. */
export type Version = { change: number; removal: number };

/** The index of one open store; null where it is being brought in line. `answers`: those that the version gave. */
export type KeptIndex = {
  index: IncidentIndex;
  version: Version | null;
  last: Promise<void>;
  answers: Map<string, unknown>;
};

export function keepIndex(): KeptIndex {
  return {
    index: emptyIncidentIndex(),
    version: null,
    last: Promise.resolve(),
    answers: new Map(),
  };
}
