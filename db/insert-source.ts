import type { Actor } from "../domain/actor";
import { InvalidInput } from "../domain/errors";
import { type Source, sourceSchema } from "../domain/source";
import { issuesOf } from "../domain/zod-issues";
import { appendRevision } from "./append-revision";
import type { Clock } from "./clock";
import { newFreeReference, newId } from "./new-id";
import type { Db, Store } from "./store";
import { checkOrigins, isSourceReferenceTaken, sourceColumns } from "./write-source";

/** Writes a new source and its log entry inside a transaction. Errors: InvalidInput with every issue. */
export async function insertSource(
  store: Store,
  db: Db,
  input: Source,
  actor: Actor,
  clock: Clock,
): Promise<{ id: string; ref: string }> {
  const parsed = sourceSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { data } = parsed;
  const issues = await checkOrigins(store, db, null, data.derivedFrom);
  if (issues.length > 0) throw new InvalidInput(issues);
  const id = newId(clock);
  const at = clock.now();
  const ref = await newFreeReference("SRC", clock, (candidate) =>
    isSourceReferenceTaken(store, db, candidate),
  );
  await db
    .insert(store.t.source)
    .values({ id, ref, version: 1, createdAt: at, updatedAt: at, ...sourceColumns(data) });
  for (const fromId of new Set(data.derivedFrom))
    await db.insert(store.t.sourceDerivation).values({ sourceId: id, fromId });
  await appendRevision(
    store,
    db,
    {
      action: "add",
      entity: "source",
      entityId: id,
      version: 1,
      reason: "",
      before: null,
      after: data,
    },
    actor,
    clock,
  );
  return { id, ref };
}
