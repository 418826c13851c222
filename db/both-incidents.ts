import { DomainError } from "../domain/errors";
import { refuseMerged } from "./find-open-incident";
import { findIncident } from "./read-incident";
import type { Db, Store } from "./store";

/** The ids of two different incidents by their references. Errors: `incident.not_found`, `incident.merged`, `link.to_itself`. */
export async function bothIncidents(
  store: Store,
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<{ fromId: string; toId: string }> {
  if (from === to) throw new DomainError("link.to_itself", { ref: from });
  const first = await findIncident(store, db, from);
  if (!first) throw new DomainError("incident.not_found", { ref: from });
  const second = await findIncident(store, db, to);
  if (!second) throw new DomainError("incident.not_found", { ref: to });
  for (const row of [first, second]) await refuseMerged(store, db, row);
  return { fromId: first.id, toId: second.id };
}
