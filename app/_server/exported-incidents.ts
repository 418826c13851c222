import type { KeptAccess } from "./keep-access";

/** What the ledger keeps of an export of incidents. `detail`: which, as an address says it. */
export function exportedIncidents(detail: string): KeptAccess {
  return { action: "export", entity: "incidents", entityId: "", detail };
}
