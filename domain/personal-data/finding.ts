import type { Mark } from "./mark";

/** A mark whose offsets still count in the plain text. */
export type Finding = Pick<Mark, "kind" | "start" | "end" | "severity" | "why">;
