import type { Revision, RevisionAction, RevisionEntity } from "../domain/revision";
import type { Store } from "./store";

/** The columns of an entry of the log that a reader sees. */
export function revisionColumns(store: Store) {
  const { seq, at, actor, action, entity, version, reason, origin, payload } = store.t.revision;
  return { seq, at, actor, action, entity, version, reason, origin, payload };
}

type Columns = Omit<Revision, "action" | "entity" | "before" | "after" | "emptied"> & {
  action: string;
  entity: string;
  payload: string | null;
};

/** An entry as readers see it, its payload read. */
export function toRevision({ payload, ...row }: Columns): Revision {
  const { before, after } = payload === null ? EMPTIED : JSON.parse(payload);
  return {
    ...row,
    action: row.action as RevisionAction,
    entity: row.entity as RevisionEntity,
    before,
    after,
    emptied: payload === null,
  };
}

const EMPTIED = { before: null, after: null };
