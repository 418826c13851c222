import { z } from "zod";
import type { Revision } from "./revision";

const keptSchema = z.object({ merged: z.string() });
const goneSchema = z.object({ mergedInto: z.string() });

/**
 * What an entry of the log says of a merge: which incident came in, where this one lives on, or where it did until
 * then. Null for any other entry.
 */
export function mergedInLog({
  action,
  before,
  after,
}: Pick<Revision, "action" | "before" | "after">): {
  what: "merged" | "mergedInto" | "unmerged";
  ref: string;
} | null {
  if (action !== "merge") return null;
  const came = keptSchema.safeParse(after).data?.merged;
  if (came !== undefined) return { what: "merged", ref: came };
  const into = goneSchema.safeParse(after).data?.mergedInto;
  if (into !== undefined) return { what: "mergedInto", ref: into };
  const from = goneSchema.safeParse(before).data?.mergedInto;
  return from === undefined ? null : { what: "unmerged", ref: from };
}
