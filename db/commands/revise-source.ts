import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { readReason } from "../../domain/read-reason";
import { type Source, sourceSchema } from "../../domain/source";
import { issuesOf } from "../../domain/zod-issues";
import { type Clock, systemClock } from "../clock";
import { reviseInside } from "../revise-source-inside";
import type { Store } from "../store";

/**
 * Replaces what is written of a source, and recomputes the headline of every incident that cites it:
 * its publisher, reliability, date or origins may change what they rest on. Those that were verified or disputed
 * are in review again, and whoever changed the source is the one who wrote them last. What is restricted now is
 * public no more once `publishPending` was called. `keep`: words that the personal-data guard marks and that stay.
 * Errors: `source.not_found`, `source.stale_version`, InvalidInput.
 */
export async function reviseSource(
  store: Store,
  input: {
    ref: string;
    version: number;
    source: Source;
    reason: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  authorise(actor, "source.revise");
  const parsed = sourceSchema.safeParse(input.source, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { data } = parsed;
  const reason = readReason(input.reason);
  return store.tx((db) =>
    reviseInside(store, db, { ...input, source: data, reason, action: "revise" }, actor, clock),
  );
}
