import type { ImportFault } from "./import-item";

/** Faults that are the same but for the row they stand in. `lines`: the first of them. */
export type FaultGroup = { fault: ImportFault; count: number; lines: number[] };

const MAX_LINES = 10;

/** The faults of an import, equal ones together: the commonest first, then by line. */
export function groupFaults(faults: readonly ImportFault[]): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const fault of faults) {
    const { file, column, issue } = fault;
    const key = JSON.stringify([file, column, issue.code, issue.values]);
    const group = groups.get(key);
    if (!group) groups.set(key, { fault, count: 1, lines: [fault.line] });
    else {
      group.count++;
      if (group.lines.length < MAX_LINES) group.lines.push(fault.line);
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || a.fault.line - b.fault.line);
}
