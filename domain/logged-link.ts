import { z } from "zod";
import type { Revision } from "./revision";
import { LINK_TYPES } from "./vocabulary";

const linkSchema = z.object({
  from: z.string(),
  to: z.string(),
  type: z.enum(LINK_TYPES).optional(),
  note: z.string().default(""),
});

/** What an entry of the log says of two incidents, by their references; `type` is absent where they are not the same. */
export type LoggedLink = z.infer<typeof linkSchema>;

/** The link that an entry made, removed or ruled out; null for any other entry, and for one whose content is gone. */
export function loggedLink({
  entity,
  before,
  after,
}: Pick<Revision, "entity" | "before" | "after">): LoggedLink | null {
  if (entity !== "link") return null;
  const parsed = linkSchema.safeParse(after ?? before);
  return parsed.success ? parsed.data : null;
}
