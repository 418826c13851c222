import type { Revision } from "./revision";
import { type Source, sourceSchema } from "./source";

/**
 * The source before and after a revision; `before` is null where it was added.
 * Null where the revision is of no source, or its content has been emptied.
 */
export function revisedSources({
  entity,
  before,
  after,
}: Pick<Revision, "entity" | "before" | "after">): { before: Source | null; after: Source } | null {
  if (entity !== "source") return null;
  const written = sourceSchema.safeParse(after);
  if (!written.success) return null;
  if (before === null) return { before, after: written.data };
  const earlier = sourceSchema.safeParse(before);
  return earlier.success ? { before: earlier.data, after: written.data } : null;
}
