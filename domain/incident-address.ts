import { readReference } from "./reference";

/** The reference of an incident in what somebody typed: itself, or the address of its page; null when there is none. */
export function readIncidentAddress(typed: string): string | null {
  const inPath = /\/incidents\/([^/?#\s]+)/.exec(typed)?.[1];
  return readReference("INC", inPath ?? typed);
}
