import { z } from "zod";
import { identifier, requiredText } from "./text";

/**
 * What somebody says about an incident or, with `claimId`, about one of its claims; seen by those who work on it.
 * `mentions`: accounts whose attention it asks for.
 */
export const commentSchema = z.object({
  claimId: identifier.nullable(),
  body: requiredText(5_000),
  mentions: z.array(identifier).max(20),
});
export type Comment = z.infer<typeof commentSchema>;
