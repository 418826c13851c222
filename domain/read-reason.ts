import { InvalidInput } from "./errors";
import { boundedText, requiredText } from "./text";
import { issuesOf } from "./zod-issues";

const MAX_LENGTH = 2_000;

/** Why somebody changes something, as it is logged: 0..2000 characters. Throws InvalidInput with the path "reason". */
export function readReason(typed: string, { required = false } = {}): string {
  const rule = required ? requiredText(MAX_LENGTH) : boundedText(MAX_LENGTH);
  const parsed = rule.safeParse(typed, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InvalidInput(issuesOf(parsed.error).map((issue) => ({ ...issue, path: "reason" })));
}
