import type { CountRange } from "./count-range";
import type { AgeBand, Circumstance, ReviewStatus, Role, Sex, Status, Unit } from "./vocabulary";

/**
 * One group of people as the table shows it. `count` is what the claims give, not the editor's own figure.
 * `partOf`: the group of the same incident that these people are already counted in.
 * `statuses`: what became of them, most severe first; empty when nothing tells.
 */
export type GroupRow = {
  id: string;
  incident: { ref: string; title: string; reviewStatus: ReviewStatus };
  label: string;
  role: Role;
  /** `name` in English; null when the nationality is not known. */
  nationality: { id: string; name: string } | null;
  unit: Unit;
  count: CountRange;
  partOf: { label: string; role: Role; unit: Unit; count: CountRange } | null;
  ageBand: AgeBand | null;
  sex: Sex | null;
  circumstances: Circumstance[];
  statuses: Status[];
};
