import { eq, inArray } from "drizzle-orm";
import { type Issue, shown } from "../domain/issue";
import { normaliseText } from "../domain/search-text";
import type { Source } from "../domain/source";
import { sha256 } from "./append-revision";
import { toDateColumns } from "./date-columns";
import { inChunks } from "./in-chunks";
import type { Db, Store } from "./store";

/** The columns of a source's row that its fields give. */
export function sourceColumns({ published, accessed, derivedFrom: _origins, ...fields }: Source) {
  return {
    ...fields,
    ...toDateColumns(published),
    accessedOn: accessed,
    storedTextSha256: fields.storedText === "" ? null : sha256(fields.storedText),
    searchText: normaliseText(`${fields.publisher}\n${fields.title}\n${fields.url}`),
  };
}

export async function isSourceReferenceTaken(store: Store, db: Db, ref: string): Promise<boolean> {
  const { source } = store.t;
  const found = await db.select({ id: source.id }).from(source).where(eq(source.ref, ref));
  return found.length > 0;
}

/**
 * What is wrong with the sources a source is said to derive from: unknown ones, itself, or a circle,
 * in which nothing would be an original. `id` is null for a source not yet added.
 */
export async function checkOrigins(
  store: Store,
  db: Db,
  id: string | null,
  derivedFrom: string[],
): Promise<Issue[]> {
  const { source, sourceDerivation } = store.t;
  const found = await inChunks(derivedFrom, (chunk) =>
    db.select({ id: source.id }).from(source).where(inArray(source.id, chunk)),
  );
  const known = new Set(found.map((row) => row.id));
  const issues = unknownOrigins(derivedFrom, known);
  if (id === null) return issues;

  const ancestors = new Set<string>();
  let next = derivedFrom;
  while (next.length > 0) {
    for (const origin of next) ancestors.add(origin);
    const above = await inChunks(next, (chunk) =>
      db
        .select({ id: sourceDerivation.fromId })
        .from(sourceDerivation)
        .where(inArray(sourceDerivation.sourceId, chunk)),
    );
    next = above.map((row) => row.id).filter((origin) => !ancestors.has(origin));
  }
  return ancestors.has(id)
    ? [...issues, { path: "derivedFrom", code: "source.derived_from_itself" }]
    : issues;
}

/** An issue for each source that is said to be copied and is none of those known. */
export function unknownOrigins(
  derivedFrom: readonly string[],
  known: { has(id: string): boolean },
): Issue[] {
  return derivedFrom
    .filter((origin) => !known.has(origin))
    .map((origin) => ({
      path: "derivedFrom",
      code: "source.unknown",
      values: { value: shown(origin) },
    }));
}
