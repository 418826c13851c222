import type { Actor } from "../domain/actor";
import { InvalidInput } from "../domain/errors";
import type { Keep } from "../domain/keep";
import type { StoredSource } from "../domain/open-sources";
import { sourceTexts } from "../domain/personal-data/free-texts";
import type { Source } from "../domain/source";
import { appendRevision, type Entry } from "./append-revision";
import { checkSource } from "./check-source";
import type { Clock } from "./clock";
import { guardTexts } from "./guard-texts";
import { recordKept } from "./kept-words";
import { newFreeReference, newId } from "./new-id";
import type { Db, Store } from "./store";
import { checkOrigins, isSourceReferenceTaken, sourceColumns } from "./write-source";

/**
 * Writes a new source and its log entry inside a transaction. `ref`: the reference it is to have, which nothing has.
 * Errors: InvalidInput with every issue.
 */
export async function insertSource(
  store: Store,
  db: Db,
  input: { source: Source; ref?: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock,
): Promise<{ id: string; ref: string }> {
  const data = checkSource(input.source);
  const id = newId(clock);
  const on = { entity: "source", entityId: id, part: "content" } as const;
  const guarded = await guardTexts(store, db, [{ texts: sourceTexts(data), on }], input.keep);
  const origins = await checkOrigins(store, db, null, data.derivedFrom);
  const issues = [...origins, ...guarded.issues];
  if (issues.length > 0) throw new InvalidInput(issues);
  const at = clock.now();
  const ref =
    input.ref ??
    (await newFreeReference("SRC", clock, (candidate) =>
      isSourceReferenceTaken(store, db, candidate),
    ));
  await db
    .insert(store.t.source)
    .values({ id, ref, version: 1, createdAt: at, updatedAt: at, ...sourceColumns(data) });
  for (const fromId of new Set(data.derivedFrom))
    await db.insert(store.t.sourceDerivation).values({ sourceId: id, fromId });
  await appendRevision(store, db, addedSource({ ...data, id, ref }), actor, clock);
  await recordKept(store, db, guarded.kept, actor, clock);
  return { id, ref };
}

/** What the log says of a new source. */
export function addedSource({ id, ref: _ref, ...after }: StoredSource): Entry {
  const thing = { entity: "source", entityId: id } as const;
  return { ...thing, action: "add", version: 1, reason: "", before: null, after };
}
