import { DomainError, InvalidInput } from "../../domain/errors";
import type { ImportFault, ImportPosition } from "../../domain/import/import-item";
import type { Issue } from "../../domain/issue";

/** An item that cannot be written, with all that is wrong with it. */
export class FaultyItem extends Error {
  constructor(readonly faults: readonly ImportFault[]) {
    super("faulty item");
  }
}

/** Throws where something is wrong. */
export function refuseFaults(faults: readonly ImportFault[] = []): void {
  if (faults.length > 0) throw new FaultyItem(faults);
}

/**
 * Does the work; mistakes that it finds are told where they stand in the file. Throws FaultyItem, and on what is no
 * mistake of the file.
 */
export async function placingFaults<T>(
  positionOf: (issue: Issue) => ImportPosition,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidInput)
      throw new FaultyItem(once(error.issues.map((issue) => ({ ...positionOf(issue), issue }))));
    if (error instanceof DomainError) {
      const issue: Issue = { path: "", code: error.code, values: error.values };
      throw new FaultyItem([{ ...positionOf(issue), issue }]);
    }
    throw error;
  }
}

/** A cell that went into several texts has its mistake once. */
function once(faults: ImportFault[]): ImportFault[] {
  const seen = new Set<string>();
  return faults.filter(({ file, line, column, issue: { path: _in, ...mistake } }) => {
    const key = JSON.stringify([file, line, column, mistake]);
    return column === "" || (!seen.has(key) && seen.add(key));
  });
}
