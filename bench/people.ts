import type { Actor } from "../domain/actor";

/** Who reads, and who writes, while it is measured; both may see everything. */
export const READER: Actor = { id: "bench", role: "admin" };
export const WRITER: Actor = { id: "bench", role: "admin", from: "bench" };
