import { isDeepStrictEqual } from "node:util";
import type { Actor } from "../domain/actor";
import { statusAfterEdit } from "../domain/review";
import type { Clock } from "./clock";
import type { IncidentRow } from "./read-incident";

type Edited = Pick<IncidentRow, "reviewStatus" | "editedBy" | "editedAt">;

/**
 * Who wrote an incident last, when, and how it then stands in its review. Saving what was there already edits
 * nothing: else a careless save would let somebody verify their own work.
 * `editedAt` always grows, so that it tells two contents apart.
 */
export function afterChange(
  row: Edited,
  before: unknown,
  after: unknown,
  actor: Actor,
  clock: Clock,
): Edited {
  const { reviewStatus, editedBy, editedAt } = row;
  if (isDeepStrictEqual(before, after)) return { reviewStatus, editedBy, editedAt };
  return {
    reviewStatus: statusAfterEdit(reviewStatus) ?? reviewStatus,
    editedBy: actor.id,
    editedAt: Math.max(clock.now(), (editedAt ?? 0) + 1),
  };
}
