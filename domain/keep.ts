import { z } from "zod";
import { MARK_KINDS } from "./personal-data/mark";
import { requiredText } from "./text";

/** Words that the personal-data guard marks and that stay, with the reason; wherever in one write they stand. */
export const keepSchema = z.object({
  kind: z.enum(MARK_KINDS),
  words: requiredText(1_000),
  reason: requiredText(500),
});
export type Keep = z.infer<typeof keepSchema>;
