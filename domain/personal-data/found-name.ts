import type { Finding } from "./finding";

/** Where a likely name stands in the plain text, and by which rule. */
export type FoundName = Pick<Finding, "start" | "end" | "why">;
