import { z } from "zod";
import { type Keep, keepSchema } from "./keep";
import type { Revision } from "./revision";

const keptSchema = z.object({ kept: z.array(keepSchema) });

/** The marked words that an entry of the log says are kept, and why; empty for any other entry. */
export function keptInLog({ action, after }: Pick<Revision, "action" | "after">): Keep[] {
  if (action !== "keep_words") return [];
  const parsed = keptSchema.safeParse(after);
  return parsed.success ? parsed.data.kept : [];
}
