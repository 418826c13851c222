import { z } from "zod";
import type { Revision } from "./revision";

const editionsSchema = z.object({ editionsTakenOff: z.array(z.number()) });
const droppedSchema = z.object({
  dropped: z.array(z.object({ ref: z.string(), numbers: z.array(z.number()) })),
});

/**
 * The editions that publishing anew took off the public pages, and the verified versions that a purge dropped, as an
 * entry of the log says; both empty for any other entry.
 */
export function takenOffInLog({ action, after }: Pick<Revision, "action" | "after">): {
  editions: number[];
  dropped: { ref: string; numbers: number[] }[];
} {
  const editions = action === "publish" ? editionsSchema.safeParse(after) : null;
  const dropped = action === "purge" ? droppedSchema.safeParse(after) : null;
  return {
    editions: editions?.data?.editionsTakenOff ?? [],
    dropped: dropped?.data?.dropped ?? [],
  };
}
