import { type Actor, authorise } from "../../domain/actor";
import type { KnownSource } from "../../domain/form-reading";
import type { Source } from "../../domain/source";
import type { NamedSource } from "../../domain/source-row";
import { readNamedSources } from "../read-named-sources";
import { findSource, toSource } from "../read-source";
import type { Store } from "../store";

/** A source with its stored text, as who may change it sees it; `copies` are what it derives from. */
export type SourceToEdit = Pick<KnownSource, "id" | "ref"> & {
  version: number;
  source: Source;
  copies: NamedSource[];
};

/** Null when there is none of that reference. */
export async function getSourceToEdit(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<SourceToEdit | null> {
  authorise(actor, "source.revise");
  return store.snapshot(async (db) => {
    const row = await findSource(store, db, ref);
    if (!row) return null;
    const source = await toSource(store, db, row);
    const copies = await readNamedSources(store, db, "copied by", [row.id]);
    const { id, version } = row;
    return { id, ref: row.ref, version, source, copies: copies.get(id) ?? [] };
  });
}
