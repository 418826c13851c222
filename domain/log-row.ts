import type { Revision } from "./revision";
import type { NamedSource } from "./source-row";

/** One entry of the log with what it is of: an incident or a source where it is of one and that is still there. */
export type LogRow = Revision & {
  entityId: string;
  incident: { ref: string; title: string } | null;
  source: NamedSource | null;
};
